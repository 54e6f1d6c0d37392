class A: pass
class B(A):
    def __repr__(self): return 'B()'
print(repr(A())[:19], str(A)[8:], A, B, B(), [B()], {'b': B()}, (B(),), f'{B()!s}', repr(B), type(B()), B.__class__, A.__init__.__class__.__name__ if False else '')
print(A.__module__, B.__qualname__, A.__dict__.get('x'), B.__base__.__name__, A.__subclasses__(), B.__mro__)
print(isinstance(A, object), isinstance(A, type), issubclass(B, A), A is A, A == A, A != B, {A: 1}[A], hash(A) == hash(A), bool(A), callable(A))
print(object.__repr__(B())[:19], object.__str__(B()), int.__repr__(5), str.__str__('x'), list.__repr__([1]), dict.__len__({}), object.__eq__(1, 1), object().__class__, type.__call__(A).__class__)
