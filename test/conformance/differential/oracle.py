# Runs programs: a JSON list of sources on stdin; prints {"outputs", "used"}. `outputs`: what each wrote to standard output, with the
# last line of the traceback for one that ends in an exception. null for one that takes more than two seconds or 1 GB,
# or writes more than 1 MB: DataWay has less memory. `used`: how often the programs that were compared have each form of
# the grammar and each name of a builtin, and really called each method of a builtin type.
import ast
import builtins
import collections
import contextlib
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
        text = str(error)
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
    return used


def apart(source):
    """In a process of its own, so that it can be ended whatever it does."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        signal.alarm(2)
        with os.fdopen(theirs, 'wb') as pipe:
            out = run(source).encode('utf-8', 'surrogatepass')
            pipe.write(json.dumps(called).encode() + b'\0' + out)
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, 'rb') as pipe:
        output = pipe.read()
    _, status = os.waitpid(child, 0)
    if status != 0 or len(output) > 1 << 20:
        return None
    calls, output = output.split(b'\0', 1)
    used.update({'method ' + name: times for name, times in json.loads(calls).items()})
    used.update(grammar(source))
    return output.decode('utf-8', 'surrogatepass')


used = collections.Counter({'grammar ' + name: 0 for name in every()})
outputs = [apart(source) for source in json.load(sys.stdin)]
json.dump({'outputs': outputs, 'used': used}, sys.stdout)
