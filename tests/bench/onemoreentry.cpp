// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/storefolder.h"
#include "views/timelinefilter.h"
#include "views/timelinemodel.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace warroom;
using namespace warroom::support;

namespace {

constexpr int rounds = 51;

/// The state after so many notes, a minute apart.
incident::IncidentState stateOf(int notes)
{
    incident::IncidentState state;
    RandomIds ids;
    HeldClock clock;
    for (int i = 0; i < notes; ++i) {
        incident::Entry entry;
        entry.id = {ids.next(clock.wall)};
        entry.act = entry.id;
        entry.rank = {clock.wall += std::chrono::minutes(1), i, entry.id};
        entry.body = incident::Noted{incident::NoteKind::Note, QStringLiteral("pool at %1 %").arg(i % 100)};
        state.entries.push_back(std::make_shared<const incident::Entry>(entry));
        state.byId.insert(entry.id, state.entries.back());
    }
    return state;
}

/// Median of what one more note costs the timeline's model and its counts, in microseconds.
double oneMore(int notes)
{
    const incident::IncidentState all = stateOf(notes + rounds);
    incident::IncidentState state = all;
    state.entries.resize(std::size_t(notes));
    views::TimelineModel model;
    views::TimelineFilter filter(&model, Qt::DisplayRole, nullptr);
    model.show(state);
    std::vector<double> took;
    for (int i = 0; i < rounds; ++i) {
        state.entries.push_back(all.entries[std::size_t(notes + i)]);
        QElapsedTimer timer;
        timer.start();
        model.show(state);
        const auto counts = filter.counts();
        took.push_back(double(timer.nsecsElapsed()) / 1000);
        if (counts[views::TimelineFilter::All] != notes + i + 1)
            return -1;
    }
    std::ranges::nth_element(took, took.begin() + rounds / 2);
    return took[rounds / 2];
}

} // namespace

/// How one more entry scales with those that are there. Nothing is asserted of the times.
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const double few = oneMore(100);
    const double many = oneMore(10'000);
    std::printf("one more entry: %.0f us after 100, %.0f us after 10,000, ratio %.1f\n", few, many, many / few);
    return few > 0 && many > 0 ? 0 : 1;
}
