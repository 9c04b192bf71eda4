// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/evidence.h"

#include "base/savefile.h"
#include "charts/svg.h"
#include "evidence/marks.h"
#include "metrics/seriesname.h"
#include "report/markdown.h"
#include "report/times.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::evidence {

namespace {

using namespace std::chrono_literals;

constexpr Milliseconds before = 1h; ///< The declaration, that one sees how it was when all was well.

std::vector<charts::Mark> signsOf(const incident::IncidentState& state, const playbook::Playbook& playbook)
{
    std::vector<charts::Mark> marks = marksOf(state, playbook);
    std::erase_if(marks, [&](const charts::Mark& mark) { return state.entry(mark.entry)->sensitive; });
    std::ranges::stable_sort(marks, {}, &charts::Mark::at);
    return marks;
}

/// Nothing in it ends the address of a link.
QString safeName(QString name)
{
    for (QChar& c : name) {
        if (u"<>\\"_s.contains(c) || !c.isPrint())
            c = u'_';
    }
    return name;
}

/// A program that calculates takes a text with one of these in front for a formula.
QString cellOf(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QByteArray csv(const std::vector<recorder::Recorded>& recorded)
{
    QByteArray lines = "time,panel,series,value,unit\r\n";
    for (const recorder::Recorded& panel : recorded) {
        const QByteArray title = cellOf(panel.panel.title).toUtf8();
        const QByteArray unit = cellOf(panel.panel.unit).toUtf8();
        for (const metrics::Series& series : panel.series) {
            const QByteArray name = cellOf(metrics::wholeName(series)).toUtf8();
            for (std::size_t i = 0; i < series.times.size(); ++i)
                lines += toDateTime(fromMs(series.times[i])).toString(Qt::ISODateWithMs).toLatin1() + ',' + title + ','
                    + name + ',' + QByteArray::number(series.values[i], 'g', 17) + ',' + unit + "\r\n";
        }
    }
    return lines;
}

/// As the playbook names them; the recorder keeps none.
std::vector<metrics::Threshold> thresholdsOf(const metrics::Panel& panel, const playbook::Playbook& playbook)
{
    for (const playbook::MetricPanel& each : playbook.panels) {
        if (const metrics::Panel known = metrics::panelOf(each);
            known.expr == panel.expr && known.source == panel.source)
            return known.thresholds;
    }
    return {};
}

/// From an hour before the declaration to the last sample.
metrics::Range rangeOf(const recorder::Recorded& recorded, Instant until, const incident::IncidentState& state)
{
    const Instant from = state.milestone(incident::Milestone::Declared).value_or(until) - before;
    return metrics::rangeOf(from, std::max(until, from), std::max(recorded.step().value_or(1min), 1ms));
}

} // namespace

Evidence evidenceOf(const incident::IncidentState& state, const playbook::Playbook& playbook,
    const std::vector<recorder::Recorded>& recorded, const QString& name)
{
    const std::vector<charts::Mark> signs = signsOf(state, playbook);
    Evidence evidence;
    for (const recorder::Recorded& each : recorded) {
        const std::optional<Instant> until = each.until();
        if (!until)
            continue;
        charts::Panel panel;
        panel.title = each.panel.title;
        panel.unit = each.panel.unit;
        panel.thresholds = thresholdsOf(each.panel, playbook);
        panel.series = std::make_shared<const std::vector<metrics::Series>>(each.series);
        panel.range = rangeOf(each, *until, state);
        panel.zone = state.zone();
        panel.marks = signs;
        const QString file = u"%1-measured-%2.svg"_s.arg(name, QString::number(evidence.files.size() + 1));
        evidence.files.push_back({file, charts::svg(panel, style::Theme::light())});
        evidence.section += u"\n![%1](<%2>)\n"_s.arg(report::escaped(panel.title), file);
    }
    if (evidence.files.empty())
        return {};
    evidence.section.prepend(u"## Measured\n"_s);
    evidence.section += u'\n';
    for (std::size_t i = 0; i < signs.size(); ++i)
        evidence.section += u"%1. %2 %3\n"_s.arg(QString::number(i + 1), report::clockTime(signs[i].at, state.zone()),
            report::escaped(signs[i].words.simplified()));
    const QString table = name + u"-measured.csv"_s;
    evidence.files.push_back({table, csv(recorded)});
    evidence.section += u"\nAll samples: [%1](<%2>)\n"_s.arg(report::escaped(table), table);
    return evidence;
}

Result<void> saveWith(const QString& markdown, const QString& path, const incident::IncidentState& state,
    const playbook::Playbook& playbook, const std::vector<recorder::Recorded>& recorded)
{
    const QFileInfo info(path);
    const Evidence beside = evidenceOf(state, playbook, recorded, safeName(info.completeBaseName()));
    for (const File& file : beside.files) {
        if (const Result<void> saved = saveFile(info.dir().filePath(file.name), file.bytes); !saved)
            return saved;
    }
    const QString all = beside.section.isEmpty() ? markdown : markdown + u'\n' + beside.section;
    return saveFile(path, all.toUtf8());
}

} // namespace warroom::evidence
