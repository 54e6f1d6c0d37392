from typing import List, Dict, Optional, Union, Any, Tuple, Callable
def f(a: List[int], b: Optional[str] = None, *, c: Dict[str, Any] = {}) -> Tuple[int, ...]: return tuple(a)
print(f([1, 2]))
x: int = 5
y: 'forward'
class C:
    a: int
    b: str = 'x'
    def m(self: 'C') -> 'C': return self
print(C.__annotations__, C.b, hasattr(C, 'a'), C().m().b)
def g(x: 1 + 1, *args: 'tail', **kw: print) -> None: pass
print(g.__annotations__)
lst: list[int] = [1]; d: dict[str, list[int]] = {}
print(isinstance(5, int | str), isinstance(None, int | None), isinstance(1.5, int | str | None), issubclass(int, int | str))
(z): int = 3; print(z)
obj = C(); obj.attr: int = 9; print(obj.attr)
