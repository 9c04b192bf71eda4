// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QUuid>

#include <compare>
#include <functional>
#include <optional>

namespace warroom {

/// Null where the text is anything else than hexadecimal digits with hyphens between them. QUuid alone also takes
/// braces, and anything that follows.
QUuid uuidFromText(QByteArrayView text);

/// A UUID that says what it names, so that an entry's id is never taken for a person's.
template<typename Tag> struct Id {
    QUuid uuid;

    bool isNull() const { return uuid.isNull(); }
    /// Lower-case with hyphens and without braces, as it is stored and printed.
    QString text() const { return uuid.toString(QUuid::WithoutBraces); }
    /// Exactly that text, in either case.
    static std::optional<Id> fromText(QByteArrayView text)
    {
        const Id id{uuidFromText(text)};
        return id.isNull() ? std::nullopt : std::optional(id);
    }
    static std::optional<Id> fromText(QStringView text) { return fromText(text.toLatin1()); }

    bool operator==(const Id&) const = default;
    /// Bytewise as RFC 9562 orders them, which is also the order of the stored text.
    std::strong_ordering operator<=>(const Id& other) const
    {
        return uuid.toRfc4122().compare(other.uuid.toRfc4122()) <=> 0;
    }
};

using IncidentId = Id<struct IncidentTag>;
using EntryId = Id<struct EntryTag>;
using PersonId = Id<struct PersonTag>;
using OriginId = Id<struct OriginTag>;

/// The id of a roster person: UUID v5 of the key, so that two stores agree without having met.
PersonId rosterPersonId(const QString& rosterKey);

/// The n-th id after `first` (RFC 9562 version 7): what one command writes has ids that follow from the caller's one,
/// so that the same command sent again is recognised entry by entry.
EntryId following(EntryId first, int n);

} // namespace warroom

template<typename Tag> struct std::hash<warroom::Id<Tag>> {
    std::size_t operator()(const warroom::Id<Tag>& id) const noexcept { return qHash(id.uuid); }
};
