"""Reads mails with Python's own e-mail package: a reader that shares no line with our writer.

One JSON object per line in ({"eml": base64}), one out, in the same order.
"""
import base64
import email
import email.header
import email.policy
import email.utils
import json
import sys

sys.stdout.reconfigure(encoding="utf-8", newline="\n")
for line in sys.stdin:
    raw_mail = base64.b64decode(json.loads(line)["eml"])
    mail = email.message_from_bytes(raw_mail, policy=email.policy.default)
    old = email.message_from_bytes(raw_mail)
    defects = list(mail.defects)
    for value in mail.values():
        defects += getattr(value, "defects", ())
    for part in mail.walk():
        defects += part.defects

    def addresses(field):
        # policy.default puts a space between two encoded words of a name, against RFC 2047 section 6.2; the older reader
        # of the same package does not. So: the addresses as the new one reads them, the names as both do.
        if mail[field] is None:
            return []
        raw = next(value for name, value in old.items() if name == field)
        name = str(email.header.make_header(email.header.decode_header(email.utils.parseaddr(raw)[0])))
        return [[name, a.addr_spec, a.display_name] for a in mail[field].addresses]

    parts = {p.get_content_type(): p.get_content() for p in mail.iter_parts()}
    print(json.dumps({
        "names": mail.keys(),
        "headers": {name.lower(): str(value) for name, value in mail.items()},
        "from": addresses("From"), "to": addresses("To"), "replyTo": addresses("Reply-To"),
        "types": [p.get_content_type() for p in mail.iter_parts()],
        "text": parts.get("text/plain"), "html": parts.get("text/html"),
        "date": mail["Date"].datetime.isoformat(),
        "defects": [repr(d) for d in defects],
    }), flush=True)
