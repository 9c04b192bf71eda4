// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/nextupdate.h"

#include "desk/incidentpage.h"
#include "style/chip.h"
#include "style/flowlayout.h"
#include "words/duration.h"

#include <QButtonGroup>
#include <QVBoxLayout>

#include <set>

namespace warroom::desk {

namespace {

constexpr int nothing = 0; ///< Id of the chip that promises none.

} // namespace

NextUpdate::NextUpdate(IncidentPage& page, const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_page(page),
      m_theme(theme),
      m_row(new style::FlowLayout),
      m_times(new QButtonGroup(this)),
      m_once(new style::Chip(tr("only this once"), theme, this)),
      m_fromNowOn(new style::Chip(tr("every time from now on"), theme, this))
{
    m_row->setContentsMargins(0, 6, 0, 0);
    m_row->setSpacing(6);
    auto* counts = new QHBoxLayout;
    counts->setSpacing(6);
    auto* group = new QButtonGroup(this);
    for (style::Chip* chip : {m_once, m_fromNowOn}) {
        group->addButton(chip);
        counts->addWidget(chip);
    }
    m_once->setChecked(true);
    counts->addStretch(1);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    rows->addLayout(m_row);
    rows->addLayout(counts);
    connect(m_times, &QButtonGroup::idToggled, this, [this] {
        showCounts();
        Q_EMIT changed();
    });
}

void NextUpdate::offer(Minutes usual, bool promised)
{
    m_usual = usual;
    for (QAbstractButton* button : m_times->buttons()) {
        m_times->removeButton(button);
        delete button;
    }
    const int every = int(usual.count());
    std::set<int> minutes{5, 15, 30, 60};
    if (every > 0)
        minutes.insert(every);
    const auto add = [&](const QString& text, int id, bool chosen) {
        auto* chip = new style::Chip(text, m_theme, this);
        m_times->addButton(chip, id);
        chip->setChecked(chosen);
        m_row->addWidget(chip);
    };
    for (const int each : minutes)
        add(text(each), each, promised && each == every);
    add(tr("none"), nothing, !promised);
    showCounts();
}

void NextUpdate::setEnd(bool end)
{
    m_end = end;
    const bool fits = (m_times->checkedId() == nothing) == end;
    QAbstractButton* usual = m_times->button(end ? nothing : int(m_usual.count()));
    if (!fits && usual)
        usual->setChecked(true);
    showCounts();
}

void NextUpdate::showCounts()
{
    const bool asks = choice().in != m_usual && !m_end;
    for (style::Chip* chip : {m_once, m_fromNowOn})
        chip->setVisible(asks);
}

/// "15 min → 14:38"
QString NextUpdate::text(int minutes) const
{
    const Instant due = m_page.session().now() + Minutes(minutes);
    return tr("%1 → %2", "duration, time")
        .arg(words::shortDuration(Minutes(minutes)), words::timeOfDay(due, m_page.zone()));
}

void NextUpdate::showTimes()
{
    bool later = false;
    for (QAbstractButton* chip : m_times->buttons()) {
        const int minutes = m_times->id(chip);
        if (minutes == nothing || chip->text() == text(minutes))
            continue;
        chip->setText(text(minutes));
        chip->setAccessibleName(chip->text());
        later = true;
    }
    if (later)
        Q_EMIT changed();
}

NextUpdate::Choice NextUpdate::choice() const
{
    return {Minutes(std::max(m_times->checkedId(), nothing)), m_fromNowOn->isVisible() && m_fromNowOn->isChecked()};
}

void NextUpdate::choose(const Choice& choice)
{
    if (QAbstractButton* chip = m_times->button(int(choice.in.count())))
        chip->setChecked(true);
    (choice.fromNowOn ? m_fromNowOn : m_once)->setChecked(true);
}

} // namespace warroom::desk
