// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/excerpt.h"

#include <QRegularExpression>

namespace warroom::metrics {

namespace {

constexpr qsizetype looksAt = 4096;
constexpr qsizetype longest = 160;

} // namespace

QString cut(const QString& text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    // Never between the halves of a character.
    const qsizetype end = text[most - 2].isHighSurrogate() ? most - 2 : most - 1;
    return text.first(end) + QChar(u'…');
}

QString excerpt(const QByteArray& body)
{
    QString text = QString::fromUtf8(body.first(std::min(body.size(), looksAt)));
    static const QRegularExpression title(
        QStringLiteral("<title[^>]*>([^<]+)</title"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    if (const QRegularExpressionMatch found = title.match(text); found.hasMatch())
        text = found.captured(1);
    else if (text.trimmed().startsWith(u'<'))
        text.replace(tag, QStringLiteral(" "));
    return cut(text.simplified(), longest);
}

} // namespace warroom::metrics
