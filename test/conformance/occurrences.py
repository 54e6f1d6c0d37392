# Counts in the scripts given as arguments: grammar productions (nodes of python's ast, operators and forms told apart),
# calls of builtins, names of methods called, and modules imported. Prints one JSON object, sorted.
import ast
import builtins
import collections
import json
import sys

from productions import forms

NAMES = {name for name in dir(builtins) if not name.startswith('_')}
TYPES = (str, bytes, bytearray, int, float, complex, list, tuple, dict, set, frozenset, range, slice)
METHODS = {name for kind in TYPES for name in dir(kind) if not name.startswith('_')}


def main(paths):
    counts = {'productions': collections.Counter(), 'builtins': collections.Counter(),
              'methods': collections.Counter(), 'modules': collections.Counter()}
    for path in paths:
        try:
            tree = ast.parse(open(path, encoding='utf8').read())
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            if not isinstance(node, ast.expr_context):
                counts['productions'].update(forms(node))
            if isinstance(node, ast.Name) and node.id in NAMES:
                counts['builtins'][node.id] += 1
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                counts['methods'][node.attr] += 1
            if isinstance(node, ast.Import):
                for alias in node.names:
                    counts['modules'][alias.name] += 1
            if isinstance(node, ast.ImportFrom):
                counts['modules'][node.module or '.'] += 1
    counts['never'] = {'builtins': sorted(NAMES - set(counts['builtins'])),
                       'methods': sorted(METHODS - set(counts['methods']))}
    print(json.dumps(counts, indent=1, sort_keys=True))


main(sys.argv[1:])
