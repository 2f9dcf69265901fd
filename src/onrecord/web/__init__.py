"""How does a reader browse the record? Server-rendered pages whose URL is their whole state, each with a JSON twin."""

from onrecord.web.app import create_app
from onrecord.web.server import Service, serve

__all__ = ["Service", "create_app", "serve"]
