#!/usr/bin/env python3
"""Writes samples.json: what package mechanism must draw, computed a second time from docs/design/noise.md alone.

Run it as: python3 samples.py > samples.json
"""
import hashlib
import hmac
import json
import struct
from fractions import Fraction
from math import isqrt

VERSION = b"assent.mechanism.v2"


def prefixed(b):
    return struct.pack(">I", len(b)) + b


def hkdf_extract(salt, secret):
    return hmac.new(salt, secret, hashlib.sha256).digest()


def secret(brokers, enclaves):
    """The shares of brokers and of enclaves, each list with its length before it."""
    return b"".join(struct.pack(">I", len(of)) + b"".join(prefixed(s) for s in of) for of in (brokers, enclaves))


def derive(prk, inputs, header, labels):
    info = prefixed(VERSION) + inputs + header + b"".join(prefixed(l.encode()) for l in labels)
    return hmac.new(prk, info + b"\x01", hashlib.sha256).digest()


def chacha20_block(key, counter):
    def rot(x, n):
        return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF

    state = list(struct.unpack("<4I", b"expand 32-byte k")) + list(struct.unpack("<8I", key)) + [counter, 0, 0, 0]
    w = state[:]

    def quarter(a, b, c, d):
        for x, y, z, n in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            w[x] = (w[x] + w[y]) & 0xFFFFFFFF
            w[z] = rot(w[z] ^ w[x], n)

    for _ in range(10):
        for q in ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            quarter(*q)
    return struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(w, state)))


class Stream:
    def __init__(self, seed):
        self.seed, self.counter, self.buffer = seed, 0, b""

    def word(self):
        if not self.buffer:
            self.buffer = chacha20_block(self.seed, self.counter)
            self.counter += 1
        word, self.buffer = self.buffer[:8], self.buffer[8:]
        return int.from_bytes(word, "big")

    def below(self, n):
        bits = (n - 1).bit_length()
        if bits == 0:
            return 0
        words = (bits + 63) // 64
        while True:
            v = 0
            for _ in range(words):
                v = v << 64 | self.word()
            v >>= 64 * words - bits
            if v < n:
                return v

    def bernoulli(self, p, q):
        return self.below(q) < p

    def bernoulli_exp(self, p, q):
        while p > q:
            if not self.bernoulli_exp_unit(1, 1):
                return False
            p -= q
        return self.bernoulli_exp_unit(p, q)

    def bernoulli_exp_unit(self, p, q):
        k = 1
        while self.bernoulli(p, q) and self.bernoulli(1, k):
            k += 1
        return k % 2 == 1

    def laplace(self, num, den):
        while True:
            low = self.below(num)
            if not self.bernoulli_exp_unit(low, num):
                continue
            v = 0
            while self.bernoulli_exp_unit(1, 1):
                v += 1
            y = (low + num * v) // den
            negative = self.below(2) == 1
            if negative and y == 0:
                continue
            return -y if negative else y

    def gaussian(self, num, den):
        t = isqrt(num // den) + 1
        while True:
            y = self.laplace(t, 1)
            if self.bernoulli_exp((abs(y) * den * t - num) ** 2, 2 * num * den * t * t):
                return y


def main():
    share, inputs, enclave, header = (bytes(range(n, n + 32)) for n in (0, 32, 64, 96))
    prk = hkdf_extract(VERSION + b" noise key", secret([share], [enclave]))
    cases = []
    for mechanism, scale in (
        ("laplace", "1/3"), ("laplace", "1"), ("laplace", "1000000/447213"), ("laplace", "100000000"),
        ("gaussian", "1/4"), ("gaussian", "5"), ("gaussian", "250000/7"), ("gaussian", "123456789012345678901/7"),
    ):
        f = Fraction(scale)
        stream = Stream(derive(prk, inputs, header, ["stream", "vector", mechanism, scale]))
        draw = stream.laplace if mechanism == "laplace" else stream.gaussian
        cases.append({"mechanism": mechanism, "scale": scale, "samples": [draw(f.numerator, f.denominator) for _ in range(40)]})
    given = {"share": share.hex(), "inputs": inputs.hex(), "enclave": enclave.hex(), "header": header.hex()}
    doc = {**given, "labels": ["vector", "<mechanism>", "<scale>"], "cases": cases}
    print(json.dumps(doc))


main()
