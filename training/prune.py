"""Pruning: the weights of a trained model with fewer layers, heads and inner units.

Heads and inner units are removed by their importance, the first-order change of the loss without them (Michel et al.
2019; Molchanov et al. 2017): the sum of weight times gradient over their outputs.
"""

from __future__ import annotations

import torch
from torch import Tensor

from training.encoder import HEAD, Shape
from training.model import Reader


class Worths:
    """Accumulates the importance of each layer's heads and inner units from the gradients of many batches."""

    def __init__(self, reader: Reader) -> None:
        self._layers = list(reader.encoder.layers)
        self.heads = [torch.zeros(layer.heads) for layer in self._layers]
        self.inner = [torch.zeros(layer.up.out_features) for layer in self._layers]

    def add(self) -> None:
        """Add the gradients of the last backward pass."""
        for number, layer in enumerate(self._layers):
            out, down = layer.out.weight, layer.down.weight
            self.heads[number] += (out * out.grad).view(out.shape[0], -1, HEAD).sum((0, 2)).abs()
            self.inner[number] += (down * down.grad).sum(0).abs()


def pruned(reader: Reader, worths: Worths, layers: list[int], shape: Shape) -> dict[str, Tensor]:
    """Return the state of a model of `shape` with the most important parts of the given `layers`."""
    state = reader.state_dict()
    kept = {name: value for name, value in state.items() if not name.startswith("encoder.layers.")}
    for to, number in enumerate(layers):
        heads = worths.heads[number].argsort(descending=True)[: shape.heads].sort().values
        inner = worths.inner[number].argsort(descending=True)[: shape.inner].sort().values
        columns = (heads[:, None] * HEAD + torch.arange(HEAD)).flatten()
        width = worths.heads[number].numel() * HEAD
        rows = torch.cat([columns + part * width for part in range(3)])
        begin = f"encoder.layers.{number}."
        own = {name.removeprefix(begin): value for name, value in state.items() if name.startswith(begin)}
        own |= {f"qkv.{kind}": own[f"qkv.{kind}"][rows] for kind in ("weight", "bias")}
        own |= {f"up.{kind}": own[f"up.{kind}"][inner] for kind in ("weight", "bias")}
        own |= {"out.weight": own["out.weight"][:, columns], "down.weight": own["down.weight"][:, inner]}
        kept |= {f"encoder.layers.{to}.{name}": value.clone() for name, value in own.items()}
    return kept
