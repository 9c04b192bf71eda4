// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/document.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

QString Block::text() const
{
    if (kind == Kind::Code)
        return code;
    QString all;
    for (const Span& span : spans)
        all += span.text;
    return all;
}

bool Step::isDangerous() const { return std::ranges::any_of(commands, &Command::dangerous); }

QStringList Step::placeholders() const
{
    QStringList all;
    for (const Command& command : commands)
        all += command.placeholders;
    all.removeDuplicates();
    return all;
}

QString word(Rule rule)
{
    switch (rule) {
    case Rule::None:
        return u"none"_s;
    case Rule::Tasks:
        return u"tasks"_s;
    case Rule::Ordered:
        return u"ordered"_s;
    case Rule::Headings:
        return u"headings"_s;
    case Rule::Bullets:
        return u"bullets"_s;
    case Rule::Bold:
        return u"bold"_s;
    case Rule::Fences:
        return u"fences"_s;
    }
    Q_UNREACHABLE();
}

QString word(Warning::Code code)
{
    switch (code) {
    case Warning::Code::InvalidText:
        return u"invalid-text"_s;
    case Warning::Code::NullCharacter:
        return u"null-character"_s;
    case Warning::Code::Mojibake:
        return u"mojibake"_s;
    case Warning::Code::UnclosedFence:
        return u"unclosed-fence"_s;
    case Warning::Code::HiddenInCommand:
        return u"hidden-in-command"_s;
    case Warning::Code::TemplateRemnant:
        return u"template-remnant"_s;
    case Warning::Code::TooDeep:
        return u"too-deep"_s;
    case Warning::Code::CutOff:
        return u"cut-off"_s;
    case Warning::Code::NoSteps:
        return u"no-steps"_s;
    }
    Q_UNREACHABLE();
}

} // namespace warroom::runbook
