"""The program of a component: a file of its own, which the browser keeps, instead of a text in every message."""

from dashboard.published.assets import versioned


def program(*names: str) -> str:
    """A module that fetches those files of ours together and runs the first, handed the others as modules."""
    fetched = ", ".join(f'import(location.origin + "/{versioned(name)}")' for name in names)
    return (
        f"const [main, ...others] = await Promise.all([{fetched}]);\n"
        "export default (component) => main.default(component, ...others);\n"
    )
