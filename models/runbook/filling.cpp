// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/filling.h"

#include <QRegularExpression>

#include <algorithm>

namespace warroom::runbook {

QString filled(const Command& command, const QMap<QString, QString>& values)
{
    // In one pass, so that a value which looks like a placeholder stays as it is; the longest name first.
    QStringList names;
    for (const QString& placeholder : command.placeholders) {
        if (values.contains(placeholder))
            names << placeholder;
    }
    std::ranges::sort(names, std::ranges::greater{}, &QString::size);
    QString text;
    for (qsizetype at = 0; at < command.text.size();) {
        const auto here = [&](const QString& name) { return QStringView(command.text).mid(at).startsWith(name); };
        const auto name = std::ranges::find_if(names, here);
        text += name == names.end() ? QString(command.text[at]) : values.value(*name);
        at += name == names.end() ? 1 : name->size();
    }
    return text;
}

QStringList unfilled(const Command& command, const QMap<QString, QString>& values)
{
    QStringList names = command.placeholders;
    names.removeIf([&](const QString& name) { return values.contains(name); });
    return names;
}

bool isSecret(const QString& placeholder)
{
    static const QRegularExpression word(QStringLiteral("key|token|secret|passw|pwd|credential|share|unseal"),
        QRegularExpression::CaseInsensitiveOption);
    return word.match(placeholder).hasMatch();
}

} // namespace warroom::runbook
