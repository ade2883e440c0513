"""What is a break for clients, and what is none."""

import copy
import json
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import breaking

ORDER = json.loads((Path(__file__).resolve().parents[2] / "openapi/order.json").read_text())


def breaks(change) -> list[str]:
    new = copy.deepcopy(ORDER)
    change(new)
    return breaking.Comparison(ORDER, new).operations()


def schema(document: dict, name: str) -> dict:
    return document["components"]["schemas"][name]


class Breaking(unittest.TestCase):
    def test_the_same_document_breaks_nothing(self) -> None:
        self.assertEqual(breaks(lambda _: None), [])

    def test_what_is_new_and_optional_breaks_nothing(self) -> None:
        def change(new: dict) -> None:
            new["paths"]["/api/v1/new"] = {"get": new["paths"]["/api/v1/orders"]["get"]}
            schema(new, "Order")["properties"]["colour"] = {"type": "string"}
            schema(new, "Order")["required"].append("colour")
            schema(new, "OrderDraft")["properties"]["colour"] = {"type": "string"}
            parameter = {"in": "query", "name": "colour", "required": False, "schema": {"type": "string"}}
            new["paths"]["/api/v1/orders"]["get"]["parameters"].append(parameter)

        self.assertEqual(breaks(change), [])

    def test_each_kind_of_break_is_named(self) -> None:
        def gone(new: dict) -> None:
            del new["paths"]["/api/v1/orders/{id}/abort"]

        def renamed(new: dict) -> None:
            new["paths"]["/api/v1/orders"]["post"]["operationId"] = "createOrder"

        def parameter_gone(new: dict) -> None:
            listed = new["paths"]["/api/v1/orders"]["get"]
            listed["parameters"] = [one for one in listed["parameters"] if one["name"] != "q"]

        def parameter_required(new: dict) -> None:
            for one in new["paths"]["/api/v1/orders"]["get"]["parameters"]:
                one["required"] = one["name"] == "limit"

        def status_gone(new: dict) -> None:
            answers = new["paths"]["/api/v1/orders"]["post"]["responses"]
            answers["200"] = answers.pop("201")

        def member_gone(new: dict) -> None:
            del schema(new, "Order")["properties"]["number"]

        def member_missing(new: dict) -> None:
            schema(new, "Order")["required"].remove("number")

        def member_null(new: dict) -> None:
            schema(new, "Order")["properties"]["number"]["nullable"] = True

        def type_changed(new: dict) -> None:
            schema(new, "Money")["properties"]["amount"]["type"] = "string"

        def value_required(new: dict) -> None:
            schema(new, "OrderDraft")["required"].append("note")

        def bound(new: dict) -> None:
            schema(new, "LineDraft")["properties"]["quantity"]["maximum"] = 100

        def value_gone(new: dict) -> None:
            schema(new, "AbortReason")["enum"].remove("lost")

        for change, words in {
            gone: "POST /api/v1/orders/{id}/abort: is gone",
            renamed: "was called placeOrder, is now createOrder",
            parameter_gone: "the parameter q is gone",
            parameter_required: "the parameter limit is now required",
            status_gone: "no longer answers 201",
            member_gone: "/number: is gone",
            member_missing: "/number: may now be missing",
            member_null: "/number: may now be null",
            type_changed: "amount: was integer, is now string",
            value_required: "/note: is now required",
            bound: "quantity: maximum is now 100",
            value_gone: "lost is no longer taken",
        }.items():
            with self.subTest(change.__name__):
                found = breaks(change)
                self.assertTrue(any(words in one for one in found), found)

    def test_only_a_greater_version_may_break(self) -> None:
        cases = [("0.1.0", "0.1.1", False), ("0.1.0", "0.2.0", True), ("1.2.0", "1.3.0", False), ("1.2.0", "2.0.0", True)]
        for old, new, may in cases:
            with self.subTest(f"{old} → {new}"):
                self.assertEqual(breaking.is_major(old, new), may)


if __name__ == "__main__":
    unittest.main()
