// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/head.h"

#include "capture/verbs.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace warroom::capture {

namespace {

struct Sign {
    char16_t sign;
    QLatin1String kind;
    bool pinned = false;
};

constexpr std::array signs{Sign{u'!', QLatin1String("decision")}, Sign{u'+', QLatin1String("action")},
    Sign{u'?', QLatin1String("hypothesis")}, Sign{u'*', QLatin1String("note"), true}};

constexpr std::array kinds{QLatin1String("note"), QLatin1String("decision"), QLatin1String("action"),
    QLatin1String("hypothesis"), QLatin1String("question"), QLatin1String("link")};

bool isAction(const Draft& draft) { return draft.reading.kind == QLatin1String("action"); }

/// A sign is one only with a space behind it; at the end of the line it is text.
bool takeSign(Draft& draft)
{
    const QString ahead = draft.cursor.ahead();
    const auto sign = std::ranges::find_if(signs, [&](const Sign& each) { return ahead.startsWith(each.sign); });
    if (sign == signs.end() || ahead.size() < 2 || !ahead.at(1).isSpace())
        return false;
    draft.reading.kind = sign->kind;
    draft.pinned = sign->pinned;
    draft.cursor.take(1, SpanKind::Kind);
    return true;
}

/// The word behind a slash, empty where the next one is something else: /var/log is text.
QString slashWord(const Draft& draft)
{
    static const QRegularExpression form(QStringLiteral("\\A/([a-z]+)\\z"));
    return form.match(draft.cursor.word()).captured(1);
}

bool takeSlashKind(Draft& draft)
{
    const QString word = slashWord(draft);
    if (std::ranges::find(kinds, word) == kinds.end())
        return false;
    draft.reading.kind = word;
    draft.cursor.take(word.size() + 1, SpanKind::Kind);
    return true;
}

bool takeKind(Draft& draft) { return draft.reading.kind.isEmpty() && (takeSign(draft) || takeSlashKind(draft)); }

void takeTimer(Draft& draft)
{
    static const QRegularExpression form(QStringLiteral("\\A([1-9][0-9]{0,3})m\\z"));
    const QString word = draft.cursor.word();
    if (const auto match = form.match(word); match.hasMatch()) {
        draft.reading.timer = std::chrono::minutes(match.captured(1).toInt());
        draft.cursor.take(word.size(), SpanKind::Argument);
    }
}

bool takeHeadPerson(Draft& draft)
{
    if (!isAction(draft))
        return draft.takePerson(draft.reading.by);
    if (!draft.takePerson(draft.reading.owner))
        return false;
    takeTimer(draft);
    return true;
}

bool takeToken(Draft& draft) { return draft.takeWhen() || takeHeadPerson(draft) || takeKind(draft); }

/// A verb takes the rest by its own form. A second kind or verb is text.
Head verbOrText(Draft& draft)
{
    const QString word = slashWord(draft);
    if (word.isEmpty() || !draft.reading.kind.isEmpty())
        return {};
    const bool known = isVerb(word);
    if (!known)
        draft.cursor.unpaint();
    draft.cursor.take(word.size() + 1, known ? SpanKind::Verb : SpanKind::Unknown);
    return {known ? Head::Sort::Verb : Head::Sort::Unknown, word};
}

} // namespace

Head readHead(Draft& draft)
{
    while (takeToken(draft)) { }
    if (isAction(draft) && !draft.reading.owner)
        std::swap(draft.reading.owner, draft.reading.by);
    return verbOrText(draft);
}

} // namespace warroom::capture
