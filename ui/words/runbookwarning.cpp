// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/runbookwarning.h"

#include "words/translate.h"
#include "words/visible.h"

namespace warroom::words {

namespace {

QString sentenceFor(runbook::Warning::Code code)
{
    using Code = runbook::Warning::Code;
    switch (code) {
    case Code::InvalidText:
        return Words::tr("There are bytes here that are no text; they are shown as \ufffd.");
    case Code::NullCharacter:
        return Words::tr("There is a null character here; it is shown as \ufffd.");
    case Code::Mojibake:
        return Words::tr("From here on %1 lines were read in a wrong encoding once; they can be repaired.");
    case Code::UnclosedFence:
        return Words::tr("The code that begins here is never closed; it is read up to the next heading or fence.");
    case Code::HiddenInCommand:
        return Words::tr("A character that cannot be seen is in this command: %1");
    case Code::TemplateRemnant:
        return Words::tr("This was left over from a template: %1");
    case Code::TooDeep:
        return Words::tr("Lists are nested too deep here; they are read as less deep.");
    case Code::CutOff:
        return Words::tr("The document is too long; what follows is not read.");
    case Code::NoSteps:
        return Words::tr("“%1” has no steps; it can be read but not followed.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString runbookWarning(const runbook::Warning& warning)
{
    const QString sentence = sentenceFor(warning.code);
    return sentence.contains(QLatin1String("%1")) ? sentence.arg(visible(warning.message)) : sentence;
}

QString runbookRule(runbook::Rule rule)
{
    using runbook::Rule;
    switch (rule) {
    case Rule::None:
        return Words::tr("without steps");
    case Rule::Tasks:
        return Words::tr("from boxes to tick");
    case Rule::Ordered:
        return Words::tr("from a numbered list");
    case Rule::Headings:
        return Words::tr("from numbered headings");
    case Rule::Bullets:
        return Words::tr("from a list");
    case Rule::Bold:
        return Words::tr("from bold paragraphs");
    case Rule::Fences:
        return Words::tr("from paragraphs with code");
    }
    Q_UNREACHABLE();
}

} // namespace warroom::words
