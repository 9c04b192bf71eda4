// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/members.h"

#include <QJsonDocument>
#include <QUtf8StringView>

#include <algorithm>

namespace warroom::incident {

namespace {

bool take(QByteArrayView& rest, char expected)
{
    if (!rest.startsWith(expected))
        return false;
    rest = rest.sliced(1);
    return true;
}

/// A text in quotation marks without an escape in it; none where something else comes next.
std::optional<QByteArrayView> takeText(QByteArrayView& rest)
{
    if (!take(rest, '"'))
        return std::nullopt;
    const auto end = std::ranges::find_if(rest, [](char c) { return c == '"' || c == '\\' || uchar(c) < ' '; });
    const QByteArrayView text = rest.first(end - rest.begin());
    rest = rest.sliced(text.size());
    return take(rest, '"') ? std::optional(text) : std::nullopt;
}

} // namespace

std::optional<Members> Members::read(const QByteArray& json)
{
    if (std::optional<AllPlain> plain = plainMembers(json))
        return Members(std::move(*plain));
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isObject() ? std::optional<Members>(document.object()) : std::nullopt;
}

std::optional<Members::AllPlain> Members::plainMembers(QByteArrayView json)
{
    AllPlain all;
    QByteArrayView rest = json;
    if (!QUtf8StringView(json).isValidUtf8() || !take(rest, '{'))
        return std::nullopt;
    if (rest == "}")
        return all;
    do {
        const std::optional<QByteArrayView> key = takeText(rest);
        const bool follows = key && take(rest, ':');
        const std::optional<QByteArrayView> text = follows ? takeText(rest) : std::nullopt;
        if (!text)
            return std::nullopt;
        all.push_back({*key, *text});
    } while (take(rest, ','));
    return rest == "}" ? std::optional(std::move(all)) : std::nullopt;
}

const Members::Plain* Members::plain(const char* key) const
{
    const auto found = std::find_if(
        m_plain.rbegin(), m_plain.rend(), [wanted = QByteArrayView(key)](const Plain& p) { return p.key == wanted; });
    return found == m_plain.rend() ? nullptr : &*found;
}

std::optional<QString> Members::text(const char* key) const
{
    if (const Plain* found = plain(key))
        return QString::fromUtf8(found->text);
    const QJsonValue found = m_object.value(QLatin1String(key));
    return found.isString() ? std::optional(found.toString()) : std::nullopt;
}

QJsonValue Members::value(const char* key) const
{
    const Plain* found = plain(key);
    return found ? QJsonValue(QString::fromUtf8(found->text)) : m_object.value(QLatin1String(key));
}

} // namespace warroom::incident
