"""Export of a trained model for the package: the encoder as an int8 ONNX graph, word vectors and heads as arrays.

usage: python -m training.export CHECKPOINT.pt FOLDER/NAME [--float]

The graph is built by hand with ONNX Runtime's fused operators for CPUs. Weights are int8 per channel, limited to 7
bits: with 8 bits, kernels of CPUs without VNNI saturate and others do not, so the result would depend on the machine.
Activations are quantised at run time, one window a call, so that a window's result does not depend on other text. Word
vectors are int8 with one scale a word, in a separate file.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.annotate.quotations.tagging import TAGS
from onrecord.annotate.quotations.wordpieces import FEATURES, WINDOW
from training.encoder import HEAD, WIDTH, Encoder, Shape, base_folder
from training.model import Reader

MS = "com.microsoft"
EAGER = 0.5
"""The bias: on the development articles F1 is highest there, precision and recall are closer, and more unseen cues are
found."""


class Graph:
    """The nodes and weights of a graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, value: np.ndarray) -> str:
        """Add a constant."""
        self.weights.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, *, domain: str = "", **attributes: object) -> str:
        """Add a node with one output of the same name."""
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, domain=domain, **attributes))
        return name

    def linear(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """Add `x` times a weight, plus a bias."""
        self.node("MatMul", [x, self.weight(f"{name}.w", weight.T)], f"{name}.matmul")
        return self.node("Add", [f"{name}.matmul", self.weight(f"{name}.b", bias)], name)

    def norm(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """Add layer normalisation of `x` over its last axis."""
        scales = [self.weight(f"{name}.w", weight), self.weight(f"{name}.b", bias)]
        return self.node("LayerNormalization", [x, *scales], name, epsilon=1e-12)

    def model(self, batch: list[int], outputs: dict[str, int]) -> onnx.ModelProto:
        """Return the graph from `vectors` to outputs of the given widths."""
        taken = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, [*batch, "n", WIDTH])
        given = [helper.make_tensor_value_info(n, TensorProto.FLOAT, [*batch, "n", w]) for n, w in outputs.items()]
        graph = helper.make_graph(self.nodes, "reader", [taken], given, self.weights)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def lay_out(reader: Reader) -> onnx.ModelProto:
    """Return the graph of the encoder and tags: vectors of pieces (1, n, width) → hidden (1, n, width), tags (1, n,
    7)."""
    g = Graph()
    state = arrays(reader)
    g.weight("places", state["encoder.places.weight"][:WINDOW])
    g.weight("zero", np.array([0], dtype=np.int64))
    g.node("Shape", ["vectors"], "size", start=1, end=2)
    g.node("Slice", ["places", "zero", "size", "zero"], "place_vectors")
    g.node("Add", ["vectors", "place_vectors"], "placed")
    x = g.norm("placed", "embedded", state["encoder.norm.weight"], state["encoder.norm.bias"])
    for number, layer in enumerate(reader.encoder.layers):
        prefix = f"encoder.layers.{number}."
        own = {k.removeprefix(prefix): v for k, v in state.items() if k.startswith(prefix)}
        x = _layer(g, x, f"layer{number}", own, layer.heads)
    g.node("Identity", [x], "hidden")
    g.linear(x, "tags", state["tags.weight"], state["tags.bias"])
    return g.model([1], {"hidden": WIDTH, "tags": len(state["tags.bias"])})


def lay_out_links(reader: Reader) -> onnx.ModelProto:
    """Return the graph of the link heads: vectors (n, width) → linked (n, 8 x LINK), nobody (n, 1)."""
    g, state = Graph(), arrays(reader)
    g.linear("vectors", "linked", state["link.weight"], state["link.bias"])
    g.linear("vectors", "nobody", state["nobody.weight"], state["nobody.bias"])
    return g.model([], {"linked": len(state["link.bias"]), "nobody": 1})


def _layer(g: Graph, x: str, name: str, own: dict[str, np.ndarray], heads: int) -> str:
    g.linear(x, f"{name}.qkv", own["qkv.weight"], own["qkv.bias"])
    parts = [f"{name}.{part}" for part in "qkv"]
    sizes = g.weight(f"{name}.sizes", np.full(3, heads * HEAD, dtype=np.int64))
    g.nodes.append(helper.make_node("Split", [f"{name}.qkv", sizes], parts, axis=2, name=f"{name}.split"))
    g.node("MultiHeadAttention", parts, f"{name}.seen", domain=MS, num_heads=heads)
    g.node("Add", [x, g.linear(f"{name}.seen", f"{name}.out", own["out.weight"], own["out.bias"])], f"{name}.sum1")
    h = g.norm(f"{name}.sum1", f"{name}.half", own["norm1.weight"], own["norm1.bias"])
    g.node("MatMul", [h, g.weight(f"{name}.up.w", own["up.weight"].T)], f"{name}.up")
    g.node("BiasGelu", [f"{name}.up", g.weight(f"{name}.up.b", own["up.bias"])], f"{name}.gelu", domain=MS)
    g.node("Add", [h, g.linear(f"{name}.gelu", f"{name}.down", own["down.weight"], own["down.bias"])], f"{name}.sum2")
    return g.norm(f"{name}.sum2", f"{name}.whole", own["norm2.weight"], own["norm2.bias"])


def arrays(reader: Reader) -> dict[str, NDArray[np.float32]]:
    """Return a model's state as arrays."""
    return {name: value.detach().float().numpy() for name, value in reader.state_dict().items()}


def eager(moves: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the transition scores with a bias towards beginning a cue; the wrong cues this adds have a low
    certainty."""
    raised = moves.copy()
    raised[:, TAGS.index("B-cue")] += EAGER
    return raised


def heads(reader: Reader) -> dict[str, NDArray[np.float32]]:
    """Return the learned arrays besides the graph and the word vectors, by the names of
    `onrecord.annotate.quotations.encoder.HEAD_ARRAYS`."""
    state = arrays(reader)
    case, marks, beginnings = (state[f"encoder.features.{number}.weight"] for number in range(len(FEATURES)))
    features = case[:, None, None] + marks[None, :, None] + beginnings[None, None]
    return {
        "features": features.reshape(-1, WIDTH),
        "moves": eager(reader.transitions().detach().numpy()),
        "distance": state["distance"],
        "between": state["between"],
        "apart": state["apart"],
        "certainty": np.zeros(9, dtype=np.float32),
    }


def write(reader: Reader, folder: Path, *, whole: bool = False) -> None:
    """Write a model's own files; `whole` keeps the graph in float32, for comparison."""
    folder.mkdir(parents=True, exist_ok=True)
    model, target = lay_out(reader), folder / "reader.onnx"
    if whole:
        onnx.save(model, target)
    else:
        given = folder / "float.onnx"
        onnx.save(model, given)
        quantize_dynamic(
            given,
            target,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
            nodes_to_exclude=["tags.matmul"],
        )
        given.unlink()
    onnx.save(lay_out_links(reader), folder / "links.onnx")
    np.savez(folder / "heads.npz", **heads(reader))


def write_words(reader: Reader, folder: Path) -> None:
    """Write the files that all models share because none trains them: int8 word vectors, their scales, the
    tokenizer."""
    words = arrays(reader)["encoder.words.weight"]
    scale = np.abs(words).max(1, keepdims=True) / 127
    scale[scale == 0] = 1
    np.save(folder / "words.npy", np.round(words / scale).astype(np.int8))
    np.save(folder / "scales.npy", scale[:, 0].astype(np.float32))
    shutil.copy(base_folder() / "tokenizer.json", folder)


def load(checkpoint: Path) -> tuple[Reader, dict]:
    """Return the model of a checkpoint and the rest of its contents."""
    saved = torch.load(checkpoint, weights_only=False)
    reader = Reader(Encoder(FEATURES, Shape(**saved["shape"])))
    reader.load_state_dict(saved["reader"])
    return reader.eval(), saved


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--float", action="store_true", help="no int8, to compare")
    options = parser.parse_args()
    reader, saved = load(options.checkpoint)
    write(reader, options.folder, whole=options.float)
    write_words(reader, options.folder.parent)
    (options.folder / "trained.json").write_text(
        json.dumps({"shape": saved["shape"], **saved["told"]}, indent=1) + "\n"
    )
    print({file.name: file.stat().st_size for file in sorted(options.folder.iterdir())})


if __name__ == "__main__":
    main()
