"""What the API answers with, as its OpenAPI document says it: schemas, refusals, headers."""

from typing import Any

Json = dict[str, Any]
ANSWERS = {
    "304": "Same",
    "400": "NotUnderstood",
    "401": "SignIn",
    "404": "NotFound",
    "500": "Failed",
    "503": "NoDatabase",
}
TEXT = {"type": "string"}
SCHEMAS: Json = {
    "Error": {
        "type": "object",
        "required": ["error"],
        "properties": {
            "error": TEXT,
            "unknown": {"type": "array", "items": TEXT, "description": "Parameters that nothing knows."},
            "known": {"type": "array", "items": TEXT, "description": "Parameters that are known here."},
            "problems": {
                "type": "array",
                "items": {"type": ["string", "object"]},
                "description": "Values that can't be honoured, and why.",
            },
            "release": {**TEXT, "description": "The release that is served."},
            "reference": {**TEXT, "description": "What the server's log has the reason under."},
            "sign_in": {**TEXT, "description": "Where to sign in."},
            "hint": {**TEXT, "description": "What to ask for instead."},
        },
    },
    "Column": {
        "type": "object",
        "required": ["name", "type", "description"],
        "properties": {
            "name": TEXT,
            "type": {"enum": ["text", "date", "boolean", "integer", "number", "list"]},
            "title": {"type": ["string", "null"]},
            "description": TEXT,
        },
    },
    "Table": {
        "type": "object",
        "required": ["title", "sentence", "release", "licence", "address", "citation", "columns", "records"],
        "properties": {
            **dict.fromkeys(("title", "sentence", "reading", "page", "shape", "release", "address", "citation"), TEXT),
            "licence": {"type": "object", "required": ["name", "title"], "properties": {"name": TEXT, "title": TEXT}},
            "notes": {"type": "array", "items": TEXT},
            "shown": {"type": "integer"},
            "total": {"type": "integer"},
            "unit": TEXT,
            "columns": {"type": "array", "items": {"$ref": "#/components/schemas/Column"}},
            "records": {"type": "array", "items": {"type": "object"}},
        },
    },
}
ERROR = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
RESPONSES: Json = {
    "Same": {"description": "The content is the one that the ETag names."},
    "NotUnderstood": {"description": "A parameter or a value that isn't known, or another release.", "content": ERROR},
    "SignIn": {"description": "Sign-in is set up here, and comes first.", "content": ERROR},
    "Failed": {
        "description": "It went wrong on the server; `reference` leads to the reason in its log.",
        "content": ERROR,
    },
    "NotFound": {"description": "There is no such thing.", "content": ERROR},
    "NoDatabase": {"description": "There is no database yet, or it can’t be read.", "content": ERROR},
}
HEADERS: Json = {
    "ETag": {"description": "Names exactly this content.", "schema": TEXT},
    "X-Release": {"description": "The release that answers.", "schema": TEXT},
    "Content-Disposition": {"description": "A name for the file.", "schema": TEXT},
}
