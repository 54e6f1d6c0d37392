# Reads a JSON list of hexadecimal documents on stdin, prints the list of what json.loads gives for each:
# {"repr": text} or {"error": type, "message": text}.
import json
import sys

outcomes = []
for document in json.load(sys.stdin):
    try:
        outcomes.append({'repr': ascii(json.loads(bytes.fromhex(document)))})
    except Exception as error:
        outcomes.append({'error': type(error).__name__, 'message': str(error)})
json.dump(outcomes, sys.stdout, ensure_ascii=True, indent=0)
print()
