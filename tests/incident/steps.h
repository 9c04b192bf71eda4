// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/wording.h"

#include <QMetaType>

/// Histories as rows of a test's data.
namespace warroom::tests {

/// A command typed at a time of day, about that moment or an earlier one.
struct Step {
    QString typed;
    incident::Command command;
    QString happened = {};
};
using Steps = std::vector<Step>;

/// What the last step wrote.
inline Outcome tell(Story& story, const Steps& steps)
{
    Outcome last;
    for (const Step& step : steps) {
        story.at(step.typed);
        if (!step.happened.isEmpty())
            story.happened(step.happened);
        last = story.say(step.command);
    }
    return last;
}

} // namespace warroom::tests

Q_DECLARE_METATYPE(warroom::incident::Command)
Q_DECLARE_METATYPE(warroom::tests::Steps)
