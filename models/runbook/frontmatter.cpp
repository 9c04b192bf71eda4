// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/frontmatter.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

QString unquoted(QString value)
{
    value = value.trimmed();
    for (const QChar quote : {u'"', u'\''})
        if (value.size() > 1 && value.startsWith(quote) && value.endsWith(quote))
            return value.mid(1, value.size() - 2).trimmed();
    return value;
}

QDate dateIn(const QString& text)
{
    static const QRegularExpression form(u"\\b(\\d{4})-(\\d{2})-(\\d{2})\\b"_s);
    const auto match = form.match(text);
    return match.hasMatch() ? QDate::fromString(match.captured(), Qt::ISODate) : QDate();
}

bool isReviewDate(const QString& key)
{
    static const QRegularExpression form(
        u"\\A(?:last[ _-]?)?(?:reviewed|updated|modified|review|date|lastmod|reviewed[ _-]?on)(?:[ _-]?(?:at|on))?\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    return form.match(key).hasMatch();
}

/// "**Last Updated**: 2026-02-02", near the top or at the end.
QDate dateInText(const std::vector<QStringView>& lines)
{
    static const QRegularExpression form(
        u"\\blast[ -](?:reviewed|updated|modified)\\b[*_:\\s]*(\\d{4}-\\d{2}-\\d{2})\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const QStringView line : lines) {
        if (line.size() > 200 || !line.contains("last"_L1, Qt::CaseInsensitive))
            continue;
        if (const auto match = form.match(line.toString()); match.hasMatch())
            return QDate::fromString(match.captured(1), Qt::ISODate);
    }
    return {};
}

} // namespace

qsizetype frontMatterLines(const std::vector<QStringView>& lines)
{
    constexpr std::ptrdiff_t longest = 200;
    const QStringView mark = lines.empty() ? QStringView() : lines.front().trimmed();
    if (mark != "---"_L1 && mark != "+++"_L1)
        return 0;
    const auto last = lines.size() > longest ? lines.begin() + longest : lines.end();
    const auto end = std::find_if(lines.begin() + 1, last, [&](QStringView line) { return line.trimmed() == mark; });
    const auto first = std::find_if(lines.begin() + 1, end, [](QStringView line) { return !line.trimmed().isEmpty(); });
    // Between two rules stands text, not a key.
    const bool keyed = first != end && (first->contains(u':') || first->contains(u'=') || first->startsWith(u'#'));
    return end != last && keyed ? end - lines.begin() + 1 : 0;
}

FrontMatter readFrontMatter(const std::vector<QStringView>& lines)
{
    FrontMatter read;
    const qsizetype count = frontMatterLines(lines);
    for (qsizetype i = 1; i + 1 < count; ++i) {
        const QStringView line = lines[std::size_t(i)];
        const qsizetype separator = line.indexOf(count > 0 && lines.front().startsWith(u'+') ? u'=' : u':');
        if (separator < 1 || line.front().isSpace())
            continue;
        const QString key = line.first(separator).trimmed().toString();
        const QString value = unquoted(line.sliced(separator + 1).toString());
        if (key.compare("title"_L1, Qt::CaseInsensitive) == 0)
            read.title = value;
        else if (isReviewDate(key) && dateIn(value).isValid())
            read.reviewed = dateIn(value);
    }
    if (!read.reviewed.isValid())
        read.reviewed = dateInText(lines);
    return read;
}

} // namespace warroom::runbook
