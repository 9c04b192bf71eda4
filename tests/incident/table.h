// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/steps.h"

/// Tables of: given these commands, when this one is said at 14:30, then that is written.
namespace warroom::tests {

using Given = std::vector<incident::Command>;

} // namespace warroom::tests

Q_DECLARE_METATYPE(warroom::tests::Given)

namespace warroom::tests {

inline void addDecisionColumns()
{
    QTest::addColumn<Given>("given");
    QTest::addColumn<incident::Command>("when");
    QTest::addColumn<QString>("then");
}

inline void addDecision(const char* sentence, const Given& given, const incident::Command& when, const QString& then)
{
    QTest::newRow(sentence) << given << when << then;
}

/// The commands before it are said by Alice at 14:01, 14:02, ... as acts 1, 2, ...
inline void compareDecision()
{
    QFETCH(Given, given);
    QFETCH(incident::Command, when);
    QFETCH(QString, then);
    Story story = Story::declared();
    for (const incident::Command& command : given)
        story.says(command);
    const incident::IncidentState before = story.state();
    const Outcome outcome = story.at(QStringLiteral("14:30")).say(when);
    QCOMPARE(said(outcome, story.state()), then);
    if (outcome.written.empty())
        QVERIFY(story.state() == before);
}

} // namespace warroom::tests
