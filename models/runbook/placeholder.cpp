// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/placeholder.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

/// Variables that every shell has, and words of templates.
bool isKnown(const QString& name)
{
    static const QSet<QString> known{u"HOME"_s, u"PATH"_s, u"USER"_s, u"PWD"_s, u"SHELL"_s, u"HOSTNAME"_s, u"RANDOM"_s,
        u"TMPDIR"_s, u"end"_s, u"else"_s};
    return known.contains(name);
}

/// NAME=…, "for NAME in", "read NAME": the command brings its value along.
QSet<QString> setIn(const QString& command)
{
    static const QRegularExpression form(
        u"(?:^|[;&|(]|\\b(?:export|local|declare|env|set|do|then))\\s*(?:-\\w+\\s+)?([A-Za-z_]\\w*)=|"
        "\\b(?:for|read(?:\\s+-\\w+)?)\\s+([A-Za-z_]\\w*)"_s,
        QRegularExpression::MultilineOption);
    QSet<QString> names;
    for (auto matches = form.globalMatch(command); matches.hasNext();) {
        const auto match = matches.next();
        names += match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    }
    return names;
}

} // namespace

QStringList placeholdersIn(const QString& command)
{
    static const QRegularExpression form(u"(?<![<\\w])<([A-Za-z][\\w .:/|-]{0,60})>(?!>)"
                                         "|(?<=[\\w])<([A-Za-z][\\w]*[ _-][\\w -]{0,60})>"
                                         "|\\$\\{([A-Za-z_]\\w*)\\}"
                                         "|\\$([A-Za-z_]\\w*)"
                                         "|\\{\\{\\s*([A-Za-z_][\\w.-]*)\\s*\\}\\}"
                                         "|(?<![\\w$/{.-])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?![\\w(])"
                                         "|(?<=//)([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\\b"
                                         "|\\[([A-Z][A-Z0-9]+(?:[ _-][A-Z0-9]+)*)\\]"_s);
    QStringList found;
    const QSet<QString> own = setIn(command);
    for (auto matches = form.globalMatch(command); matches.hasNext();) {
        const auto match = matches.next();
        const QString name = match.captured(match.lastCapturedIndex());
        if (!own.contains(name) && !isKnown(name) && !found.contains(match.captured()))
            found += match.captured();
    }
    return found;
}

} // namespace warroom::runbook
