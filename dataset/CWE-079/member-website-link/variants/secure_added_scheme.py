import html
from dataclasses import dataclass


@dataclass(frozen=True)
class Member:
    """A member of the club as the list shows them."""

    name: str
    website: str

    @property
    def address(self) -> str:
        """The website, always with a scheme of the web in front."""
        if self.website.lower().startswith(("https://", "http://")):
            return self.website
        return f"https://{self.website}"

    def to_html(self) -> str:
        """Return the list entry; all texts are escaped here and nowhere else."""
        name, address = html.escape(self.name), html.escape(self.address)
        if self.website:
            name = f"<a href='{address}'>{name}</a>"
        return f"<li>{name}</li>"


def member_item(name: str, website: str) -> str:
    """Return the list entry of a member, linked to their website if there is one."""
    return Member(name, website).to_html()
