// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/verbs.h"

#include "capture/forms.h"

#include <algorithm>
#include <array>

namespace warroom::capture {

namespace {

/// Whether a time may stand directly behind the verb as well as before it: not where people's text stands, so that no
/// update loses its first word.
enum class TimeBehind { No, Yes };

struct Verb {
    QLatin1String word;
    const char16_t* form; ///< Shown when something is missing.
    TimeBehind timeBehind;
    Result<incident::Command> (*read)(Draft&);
};

constexpr std::array verbs{
    Verb{QLatin1String("sev"), u"/sev P1 because …", TimeBehind::Yes, forms::severity},
    Verb{QLatin1String("status"), u"/status WORD", TimeBehind::Yes, forms::status},
    Verb{QLatin1String("role"), u"/role NAME @person", TimeBehind::Yes, forms::role},
    Verb{QLatin1String("began"), u"/began", TimeBehind::Yes, forms::began},
    Verb{QLatin1String("detected"), u"/detected", TimeBehind::Yes, forms::detected},
    Verb{QLatin1String("ack"), u"/ack", TimeBehind::Yes, forms::acknowledged},
    Verb{QLatin1String("mitigated"), u"/mitigated", TimeBehind::Yes, forms::mitigated},
    Verb{QLatin1String("resolve"), u"/resolve text", TimeBehind::No, forms::resolve},
    Verb{QLatin1String("close"), u"/close", TimeBehind::Yes, forms::close},
    Verb{QLatin1String("title"), u"/title text", TimeBehind::No, forms::title},
    Verb{QLatin1String("impact"), u"/impact text", TimeBehind::No, forms::impact},
    Verb{QLatin1String("update"), u"/update text", TimeBehind::No, forms::update},
    Verb{QLatin1String("followup"), u"/followup @owner due 2026-02-01 prio P1 text", TimeBehind::No, forms::followUp},
    Verb{QLatin1String("owner"), u"/owner 3 @person", TimeBehind::Yes, forms::owner},
    Verb{QLatin1String("done"), u"/done 3", TimeBehind::Yes, forms::done},
    Verb{QLatin1String("start"), u"/start 3", TimeBehind::Yes, forms::start},
    Verb{QLatin1String("drop"), u"/drop 3", TimeBehind::Yes, forms::drop},
    Verb{QLatin1String("tick"), u"/tick 3", TimeBehind::No, forms::tick},
    Verb{QLatin1String("skip"), u"/skip 3 why", TimeBehind::No, forms::skip},
    Verb{QLatin1String("seen"), u"/seen 3 text", TimeBehind::No, forms::seen},
    Verb{QLatin1String("output"), u"/output 3 text", TimeBehind::No, forms::output},
    Verb{QLatin1String("set"), u"/set NAME value", TimeBehind::No, forms::set},
    Verb{QLatin1String("alert"), u"/alert NAME [firing|resolved] [label=value …] text", TimeBehind::Yes, forms::alert},
    Verb{QLatin1String("section"), u"/section NAME text", TimeBehind::No, forms::section},
    Verb{QLatin1String("incident"), u"/incident declare P0 text", TimeBehind::No, forms::declare},
};

const Verb* verb(const QString& word)
{
    const auto found = std::ranges::find_if(verbs, [&](const Verb& each) { return each.word == word; });
    return found == verbs.end() ? nullptr : &*found;
}

} // namespace

bool isVerb(const QString& word) { return verb(word) != nullptr; }

void readVerb(const QString& word, Draft& draft)
{
    const Verb& found = *verb(word);
    draft.reading.verb = word;
    if (found.timeBehind == TimeBehind::Yes)
        draft.takeWhen();
    const Result<incident::Command> command = found.read(draft);
    if (command)
        draft.reading.command = *command;
    else if (command.error().code == ErrorCode::BadForm)
        draft.refuse({ErrorCode::BadForm, QString::fromUtf16(found.form)});
    else
        draft.refuse(command.error());
}

} // namespace warroom::capture
