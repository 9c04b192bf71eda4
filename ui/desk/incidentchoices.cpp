// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/incidentchoices.h"

#include "desk/choicesheet.h"
#include "desk/incidentpage.h"
#include "words/visible.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace warroom::desk {

using playbook::Severity;
using playbook::Status;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(warroom::desk::IncidentChoices)
};

std::vector<Choice> severityChoices(const std::vector<Severity>& severities, const QString& now, const QColor& other)
{
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < severities.size(); ++i) {
        const Severity& severity = severities[i];
        const QColor own(severity.colour);
        const int digit = digitOf(severities, i);
        QStringList words{severity.name, severity.meaning};
        words.removeAll(QString());
        const QString what = words::visible(words.join(QStringLiteral(" · ")));
        choices.push_back({words::visible(severity.label), what, digit <= 9 ? QString::number(digit) : QString(), {},
            severity.label == now ? Text::tr("as it is now") : QString(), own.isValid() ? own : other});
    }
    return choices;
}

std::vector<Choice> statusChoices(const std::vector<Status>& statuses, const QString& now)
{
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        choices.push_back({words::visible(statuses[i].word), {}, i < 9 ? QString::number(i + 1) : QString(), {},
            statuses[i].word == now ? Text::tr("as it is now") : QString()});
    }
    return choices;
}

template<typename Rows, typename Name> int placeOf(const QString& now, const Rows& rows, Name name)
{
    const auto found = std::ranges::find(rows, now, name);
    return found == rows.end() ? 0 : int(found - rows.begin());
}

/// Whoever else says it meanwhile is seen.
void followNews(ChoiceSheet* sheet, session::Session& news, const std::function<void()>& show)
{
    using session::Session;
    QObject::connect(&news, &Session::appended, sheet, show);
    QObject::connect(&news, &Session::refolded, sheet, show);
}

} // namespace

int digitOf(const std::vector<Severity>& severities, std::size_t index)
{
    const auto last = [](const Severity& severity) { return severity.label.back().digitValue(); };
    const bool own = std::ranges::all_of(severities,
        [&](const Severity& each) { return last(each) >= 0 && std::ranges::count(severities, last(each), last) == 1; });
    return own ? last(severities[index]) : int(index) + 1;
}

Sheet* makeSeveritySheet(IncidentPage& page, const style::Theme& theme, QWidget* over)
{
    const std::vector<Severity> severities = page.session().playbook().severities;
    const QString now = page.session().state().severity.value;
    auto* sheet = new ChoiceSheet(Text::tr("How bad is it now?"), Text::tr("Because"),
        severityChoices(severities, now, theme.bad), placeOf(now, severities, &Severity::label), theme, over);
    QObject::connect(sheet, &ChoiceSheet::chosen, &page, [&page, severities](int row, const QString& reason) {
        const QString label = severities[std::size_t(row)].label;
        const QString line = QStringLiteral("/sev ") + label;
        page.submit(reason.isEmpty() ? line : line + QStringLiteral(" because ") + reason,
            incident::ChangeSeverity{label, reason});
    });
    followNews(sheet, page.session(), [sheet, &page, severities, other = theme.bad] {
        const QString& label = page.session().state().severity.value;
        sheet->follow(severityChoices(severities, label, other), placeOf(label, severities, &Severity::label));
    });
    return sheet;
}

Sheet* makeStatusSheet(IncidentPage& page, const style::Theme& theme, QWidget* over)
{
    const std::vector<Status> statuses = page.session().playbook().statuses;
    const QString now = page.session().state().status.value;
    auto* sheet = new ChoiceSheet(Text::tr("How far is it?"), Text::tr("Say with it"), statusChoices(statuses, now),
        placeOf(now, statuses, &Status::word), theme, over);
    QObject::connect(sheet, &ChoiceSheet::chosen, &page, [&page, statuses](int row, const QString& text) {
        const QString word = statuses[std::size_t(row)].word;
        page.submit(QStringLiteral("/status %1 %2").arg(word, text).trimmed(), incident::ChangeStatus{word, text});
    });
    followNews(sheet, page.session(), [sheet, &page, statuses] {
        const QString& word = page.session().state().status.value;
        sheet->follow(statusChoices(statuses, word), placeOf(word, statuses, &Status::word));
    });
    return sheet;
}

} // namespace warroom::desk
