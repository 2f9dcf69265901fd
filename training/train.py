"""Training of a model: from annotated articles to a checkpoint, with figures on the development articles each epoch.

usage: python -m training.train OUT [--seed N] [--epochs N] [--forms N]
           [--teacher CHECKPOINT.pt --taught FOLDER --extra TEXTS.jsonl --layers 0,2,5 --heads 6 --inner 512]

Without a teacher, the base model's six layers are trained on the annotation. With one, a smaller model is pruned from
it and trained on both. A stopped run resumes from OUT/last.pt; OUT/log.jsonl has a line an epoch. There is no dropout,
which doubles the time on a CPU; pieces and cues are masked instead. The checkpoint is a running mean of the weights.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch

from onrecord.annotate.quotations.wordpieces import FEATURES
from training import data
from training.decode import predict
from training.encoder import Encoder, Shape, base_state
from training.export import load
from training.forms import articles as forms
from training.losses import link_loss, teaching
from training.model import Reader, unlikeliness
from training.prune import Worths, pruned
from training.score import figures
from training.teach import Taught, taught
from training.windows import Batch, Masking, alone, batches, collate, cuts

BIASES = ("moves", "distance", "between", "apart")
ALONE = 3
"""Paragraphs of each article that are windows of their own in each epoch."""

WEIGHING = 12
"""Batches for the importance of a teacher's heads and inner units."""


class Run:
    """One training run: data, model, optimizer, and the running mean of the weights."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.rng = random.Random(options.seed)
        torch.manual_seed(options.seed)
        np.random.seed(options.seed)
        self.dev = data.articles("dev.jsonl.gz")
        self.articles = data.articles("train.jsonl.gz")
        self.annotated = len(self.articles)
        self.articles += data.unlabelled(options.extra) if options.extra else []
        self.known = [number < self.annotated for number in range(len(self.articles))]
        made = data.tokenizer()
        invented = [data.gold(row, made) for row in forms(options.forms, options.seed)]
        self.invented = list(range(len(self.articles), len(self.articles) + len(invented)))
        self.articles += invented
        self.known += [True] * len(invented)
        self.tags = [data.tags(gold) for gold in self.articles]
        self.masking = Masking(options.mask, options.mask_cues)
        self.taught = [taught(file) for file in sorted(options.taught.glob("cut*.npz"))] if options.taught else []
        self.teacher = load(options.teacher)[0] if options.teacher else None
        self.shape = Shape(len(options.layers.split(",")), options.heads, options.inner)
        self.reader = Reader(Encoder(FEATURES, self.shape))
        self._begin()
        self.optimizer = torch.optim.AdamW(self._groups(), betas=(0.9, 0.98), eps=1e-6)
        self.mean = {name: value.detach().clone() for name, value in self.reader.state_dict().items()}
        self.epoch = self.step = 0
        self.best = 0.0

    def _begin(self) -> None:
        if self.teacher is None:
            missing = self.reader.encoder.load_state_dict(base_state(), strict=False).missing_keys
            assert all(name.startswith("features") for name in missing), missing
            return
        worths = Worths(self.teacher)
        for some in self._windows(0)[:WEIGHING]:
            if all(self.known[number] for number, _, _ in some):
                self.teacher.zero_grad()
                self._loss(self.teacher, collate(self.articles, self.tags, some, self.masking), None).backward()
                worths.add()
        self.teacher.requires_grad_(False)
        layers = list(map(int, self.options.layers.split(",")))
        self.reader.load_state_dict(pruned(self.teacher, worths, layers, self.shape))

    def _windows(self, epoch: int) -> list[list[tuple[int, int, int]]]:
        """Return the epoch's batches: articles with new window boundaries or the teacher's, and invented articles."""
        invented = [self.articles[number] for number in self.invented]
        some = [*cuts(invented, self.rng), *alone(invented, ALONE, self.rng)]
        own = [(self.invented[number], begin, end) for number, begin, end in some]
        own += alone(self.articles[: self.annotated], ALONE, self.rng)
        if self.taught:
            found = self.taught[epoch % len(self.taught)].windows
        else:
            found = cuts(self.articles[: len(self.articles) - len(self.invented)], self.rng)
        return batches([*found, *own], self.options.batch, self.rng)

    def _groups(self) -> list[dict]:
        """Return parameter groups with their learning rates: lower for lower layers, high for heads, none for word
        vectors."""
        self.reader.encoder.words.weight.requires_grad_(False)
        found: dict[tuple[float, float], list] = {}
        depth = len(self.reader.encoder.layers)
        for name, parameter in self.reader.named_parameters():
            rate = self.options.head_lr
            if name.startswith("encoder.layers."):
                rate = self.options.lr * self.options.decay ** (depth - 1 - int(name.split(".")[2]))
            elif name in BIASES:
                rate = self.options.bias_lr
            elif name.startswith("encoder.") and not name.startswith("encoder.features"):
                rate = self.options.lr * self.options.decay**depth
            if parameter.requires_grad:
                found.setdefault((rate, 0.01 if parameter.ndim > 1 else 0.0), []).append(parameter)
        return [{"params": p, "lr": lr, "initial": lr, "weight_decay": wd} for (lr, wd), p in found.items()]

    def _loss(self, reader: Reader, batch: Batch, lessons: Taught | None) -> torch.Tensor:
        """Return the total loss, averaged over a batch's windows."""
        hidden = reader.encoder(batch.ids, batch.features)
        scores = reader.tags(hidden)
        known = torch.tensor([self.known[number] for number, _, _ in batch.windows])
        loss = scores.new_zeros(())
        if known.any():
            moves = reader.transitions()
            loss = unlikeliness(scores[known], batch.tags[known], batch.mask[known], moves)
        for row, (number, begin, end) in enumerate(batch.windows):
            if self.known[number]:
                loss = loss + link_loss(reader, hidden[row], self.articles[number], begin, end)
        if lessons is not None and self.teacher is not None:
            loss = loss + self.options.teach * teaching(reader, self.teacher, lessons, batch, hidden, scores)
        return loss / len(batch.windows)

    def learn(self) -> dict[str, float]:
        """Train one epoch; return the development figures of the mean weights."""
        began, total = time.time(), 0.0
        lessons = self.taught[self.epoch % len(self.taught)] if self.taught else None
        epoch = self._windows(self.epoch)
        steps = len(epoch) * self.options.epochs
        for some in epoch:
            for group in self.optimizer.param_groups:
                group["lr"] = group["initial"] * rate(min(self.step, steps), steps)
            loss = self._loss(self.reader, collate(self.articles, self.tags, some, self.masking), lessons)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.reader.parameters(), 20.0)
            self.optimizer.step()
            self.optimizer.zero_grad(set_to_none=True)
            total += loss.item()
            self.step += 1
            self._average()
        self.epoch += 1
        line = {"epoch": self.epoch, "loss": round(total / len(epoch), 3), "seconds": round(time.time() - began)}
        now = {name: value.clone() for name, value in self.reader.state_dict().items()}
        self.reader.load_state_dict(self.mean)
        line |= figures(self.dev, predict(self.reader, self.dev))
        self.reader.load_state_dict(now)
        return line

    def _average(self) -> None:
        share = min(self.options.ema, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, value in self.reader.state_dict().items():
                if name != "encoder.words.weight":
                    self.mean[name].lerp_(value, 1 - share)

    def keep(self, line: dict[str, float]) -> None:
        """Write the log's line, the state to resume from, and the checkpoint if it is the best so far."""
        told = {"options": {name: str(value) for name, value in vars(self.options).items()}, "figures": line}
        if line["all"] >= self.best:
            self.best = line["all"]
            save({"reader": self.mean, "shape": shape_of(self.shape), "told": told}, self.options.out / "best.pt")
        with (self.options.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        state = {"reader": self.reader.state_dict(), "optimizer": self.optimizer.state_dict(), "mean": self.mean}
        state |= {"epoch": self.epoch, "step": self.step, "best": self.best}
        state |= {"rng": self.rng.getstate(), "numpy": np.random.get_state()}
        save(state, self.options.out / "last.pt")

    def resume(self) -> None:
        """Resume a stopped run of the same folder."""
        if not (self.options.out / "last.pt").exists():
            return
        saved = torch.load(self.options.out / "last.pt", weights_only=False)
        self.reader.load_state_dict(saved["reader"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.mean, self.epoch, self.step, self.best = (saved[name] for name in ("mean", "epoch", "step", "best"))
        self.rng.setstate(saved["rng"])
        np.random.set_state(saved["numpy"])


def rate(step: int, steps: int) -> float:
    """Return the share of the full learning rate: linear warm-up over a tenth of the steps, then a cosine down to
    2%."""
    warm = max(1, steps // 10)
    return step / warm if step < warm else 0.02 + 0.98 * (1 + math.cos(math.pi * (step - warm) / (steps - warm))) / 2


def save(state: dict, file: Path) -> None:
    """Write a file atomically."""
    torch.save(state, file.with_suffix(".new"))
    file.with_suffix(".new").replace(file)


def shape_of(shape: Shape) -> dict[str, int]:
    """Return a shape as stored in a checkpoint."""
    return {name: getattr(shape, name) for name in Shape.__slots__}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--forms", type=int, default=0, help="invented articles beside the annotated ones")
    parser.add_argument("--teacher", type=Path, help="checkpoint to prune the reader from and to learn from")
    parser.add_argument("--taught", type=Path, help="what the teacher saw, as teach.py wrote it")
    parser.add_argument("--extra", type=Path, help="JSON lines with texts that only the teacher read")
    parser.add_argument("--teach", type=float, default=1.0, help="weight of what the teacher says")
    parser.add_argument("--layers", default="0,1,2,3,4,5", help="the teacher's layers that are kept")
    parser.add_argument("--heads", type=int, default=Shape().heads)
    parser.add_argument("--inner", type=int, default=Shape().inner)
    parser.add_argument("--lr", type=float, default=2e-4)
    parser.add_argument("--head-lr", type=float, default=1e-3)
    parser.add_argument("--bias-lr", type=float, default=2e-2)
    parser.add_argument("--decay", type=float, default=0.9)
    parser.add_argument("--mask", type=float, default=0.05)
    parser.add_argument("--mask-cues", type=float, default=0.15)
    parser.add_argument("--ema", type=float, default=0.995)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after this long; run again to go on")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    run = Run(options)
    run.resume()
    began = time.time()
    while run.epoch < options.epochs and time.time() - began < 60 * options.minutes:
        line = run.learn()
        run.keep(line)
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
