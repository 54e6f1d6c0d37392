# Only urllib.parse: nothing here opens a connection.

from urllib import parse
