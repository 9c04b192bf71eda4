// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/duties.h"

namespace warroom::words {

namespace {

/// As it stands within a sentence; "SLA" keeps its capitals.
QString inSentence(const QString& duty)
{
    QString text = duty.simplified();
    while (text.endsWith(QLatin1Char('.')) || text.endsWith(QLatin1Char(';')))
        text.chop(1);
    if (text.size() > 1 && text.at(0).isUpper() && !text.at(1).isUpper())
        text.replace(0, 1, text.at(0).toLower());
    return text;
}

} // namespace

QString duties(const playbook::Role& role, int atMost)
{
    QStringList shown;
    for (const QString& duty : role.duties.mid(0, atMost))
        shown << inSentence(duty);
    if (role.duties.size() > atMost)
        shown << QString(QChar(0x2026));
    return shown.join(QStringLiteral(", "));
}

} // namespace warroom::words
