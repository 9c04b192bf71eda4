// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "incident/event.h"

namespace warroom::incident {

/// The permanent kebab-case word of a body on disk: "role-assigned".
QString typeWord(const Body& body);

struct Encoded {
    QString type;
    int version = 1;
    QByteArray facts; ///< Compact JSON, keys sorted.
    std::optional<QByteArray> prose; ///< Compact JSON with the salt; none where the body has no text.
};

/// The stored form. `by` goes into the facts. `salt` makes a short secret unguessable from the hash of its prose.
Encoded encode(const Body& body, const std::optional<PersonId>& by, const QByteArray& salt);

/// Reads the stored columns back. Never fails: an unknown type, a newer version or facts that do not make sense give
/// Unknown, with the columns untouched.
Event decode(Envelope envelope);

/// SHA-256 of the stored bytes.
QByteArray sha256(const QByteArray& bytes);

/// SHA-256 over the length-prefixed stored bytes of every column but `prose`, and the previous entry's hash of the
/// same origin (empty for its first). A length is 8 bytes, big-endian; a null column is eight bytes of 0xff. Ids are
/// their text, numbers decimal.
QByteArray chainHash(const Envelope& envelope, const QByteArray& previous);

/// The prose of an entry that a person would search for; empty where it has none.
QString proseText(const Body& body);

} // namespace warroom::incident
