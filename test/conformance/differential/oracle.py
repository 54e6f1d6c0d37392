# Runs programs: a JSON list of sources on stdin; prints {"outputs", "used"}. `outputs`: what each wrote to standard output, with the
# last line of the traceback for one that ends in an exception. null for one that takes more than two seconds or 1 GB,
# or writes more than 1 MB: DataWay has less memory. `used`: how often the programs that were compared have each form of
# the grammar and each name of a builtin, and really called each method of a builtin type.
import ast
import builtins
import collections
import contextlib
import gc
import io
import json
import os
import resource
import signal
import sys
import warnings

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from productions import every, forms  # noqa: E402

warnings.simplefilter('ignore')


def run(source):
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            sys.setprofile(count)
            exec(compile(source, 'program', 'exec'), {'__name__': '__main__'})
    except BaseException as error:
        sys.setprofile(None)
        # Without the name of a file and the line, which is no part of the text in a traceback either.
        text = error.msg if isinstance(error, SyntaxError) else str(error)
        out.write(type(error).__name__ + (': ' + text if text else '') + '\n')
    sys.setprofile(None)
    return out.getvalue()


called = collections.Counter()


def count(frame, event, function):
    if event == 'c_call':
        owner = getattr(function, '__self__', None)
        if owner is None:
            owner = getattr(function, '__objclass__', None)
        if owner is not None and owner is not builtins:
            kind = owner if isinstance(owner, type) else type(owner)
            called[kind.__name__ + '.' + function.__name__] += 1


def grammar(source):
    used = collections.Counter()
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return used
    for node in ast.walk(tree):
        used.update('grammar ' + form for form in forms(node))
        if isinstance(node, ast.Name) and hasattr(builtins, node.id):
            used['builtin ' + node.id] += 1
        if isinstance(node, ast.Attribute):
            used['attribute ' + node.attr] += 1
            # The only static methods: a call of one does not tell of which type it is.
            if node.attr == 'maketrans' and isinstance(node.value, ast.Name):
                used[f'method {node.value.id}.maketrans'] += 1
    return used


def together(sources):
    """What the sources print, one after the other in a process of its own, so that it can be ended whatever one does; up to that one."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        gc.freeze()
        with os.fdopen(theirs, 'w', encoding='ascii') as pipe:
            for source in sources:
                called.clear()
                signal.alarm(2)
                out = run(source)
                signal.alarm(0)
                pipe.write(json.dumps([out, called]) + '\n')
                pipe.flush()
                # What has a finally block or __del__ speaks now, not while the next one runs.
                with contextlib.redirect_stdout(io.StringIO()):
                    gc.collect()
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, encoding='ascii') as pipe:
        lines = [line for line in pipe if line.endswith('\n')]
    os.waitpid(child, 0)
    return [json.loads(line) for line in lines]


def all_of(sources):
    """Some in one process, which is what takes time; a new one after a program that ended it."""
    outputs = []
    while len(outputs) < len(sources):
        group = sources[len(outputs):len(outputs) + 50]
        for source, (out, calls) in zip(group, done := together(group)):
            large = len(out) > 1 << 20
            outputs.append(None if large else out)
            if not large:
                used.update({'method ' + name: times for name, times in calls.items()})
                used.update(grammar(source))
        if len(done) < len(group):
            outputs.append(None)
    return outputs


used = collections.Counter({'grammar ' + name: 0 for name in every()})
json.dump({'outputs': all_of(json.load(sys.stdin)), 'used': used}, sys.stdout)
