# Runs programs: a JSON list of sources on stdin; prints the JSON list of what each wrote to standard output, with the
# last line of the traceback for one that ends in an exception. null for one that takes more than two seconds or 1 GB,
# or writes more than 1 MB: DataWay has less memory.
import contextlib
import io
import json
import os
import resource
import signal
import sys
import warnings

warnings.simplefilter('ignore')


def run(source):
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(source, 'program', 'exec'), {'__name__': '__main__'})
    except BaseException as error:
        text = str(error)
        out.write(type(error).__name__ + (': ' + text if text else '') + '\n')
    return out.getvalue()


def apart(source):
    """In a process of its own, so that it can be ended whatever it does."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        signal.alarm(2)
        with os.fdopen(theirs, 'wb') as pipe:
            pipe.write(run(source).encode('utf-8', 'surrogatepass'))
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, 'rb') as pipe:
        output = pipe.read()
    _, status = os.waitpid(child, 0)
    return output.decode('utf-8', 'surrogatepass') if status == 0 and len(output) <= 1 << 20 else None


json.dump([apart(source) for source in json.load(sys.stdin)], sys.stdout)
