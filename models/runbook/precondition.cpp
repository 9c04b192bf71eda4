// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/precondition.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

QString conditionIn(const QString& text)
{
    static const QRegularExpression only(u"(?<![\\w-])only\\s+(?:after|if|when|once)\\b[^().;\\n]*"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression named(
        u"\\A\\s*(?:prerequisites?|preconditions?)\\s*:\\s*(\\S[^\\n]*)"_s, QRegularExpression::CaseInsensitiveOption);
    if (const auto match = named.match(text); match.hasMatch())
        return match.captured(1).simplified();
    return only.match(text).captured(0).simplified();
}

QString conditionIn(const std::vector<Block>& blocks)
{
    for (const Block& block : blocks) {
        QString found = block.kind == Block::Kind::Code ? QString() : conditionIn(block.text());
        if (found.isEmpty())
            found = conditionIn(block.children);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

QString preconditionOf(const Step& step)
{
    QString found = conditionIn(step.text);
    if (found.isEmpty())
        found = conditionIn(step.blocks);
    for (auto command = step.commands.begin(); found.isEmpty() && command != step.commands.end(); ++command)
        found = conditionIn(command->about);
    return found;
}

} // namespace warroom::runbook
