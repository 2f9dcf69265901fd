"""How does a reader browse the record? Server-rendered pages whose URL is their whole state, each with a JSON twin."""

from onrecord.web.app import create_app
from onrecord.web.server import serve

__all__ = ["create_app", "serve"]
