// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/playbookchoice.h"

#include "desk/keytable.h"
#include "style/chip.h"
#include "style/flowlayout.h"
#include "style/fonts.h"
#include "style/keycap.h"
#include "style/plainlabel.h"
#include "words/refusal.h"
#include "words/visible.h"

#include <QButtonGroup>
#include <QFileInfo>
#include <QHBoxLayout>

#include <algorithm>

namespace warroom::desk {

namespace {

constexpr int maxShown = 5;

} // namespace

PlaybookChoice::PlaybookChoice(const session::PlaybookShelf& shelf, const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_shelf(shelf),
      m_group(new QButtonGroup(this)),
      m_more(new style::PlainLabel(style::bodyFont(13), theme.muted, this)),
      m_problems(new style::PlainLabel(style::bodyFont(13), theme.bad, this))
{
    auto* chips = new style::FlowLayout;
    chips->setSpacing(6);
    const QStringList names = shelf.names();
    for (int i = 0; i < names.size(); ++i) {
        const QString shown = words::visible(QFileInfo(names[i]).completeBaseName());
        auto* chip = new style::Chip(shown, theme, this);
        chip->setToolTip(style::plainToolTip(shown));
        chip->setAccessibleDescription(shown);
        m_group->addButton(chip, i);
        chips->addWidget(chip);
        m_all.push_back({names[i], chip});
    }
    chips->addWidget(m_more);
    m_more->setFixedHeight(m_all.empty() ? 0 : m_all.front().chip->sizeHint().height());
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addLayout(chips, 1);
    row->addWidget(new style::KeyCap(shownKeys(Act::NextPlaybook), this), 0, Qt::AlignTop);
    m_problems->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_problems);
    showChips();
    showProblems();
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (checked && index != m_chosen)
            choose(index);
    });
    m_looking.setInterval(0);
    connect(&m_looking, &QTimer::timeout, this, &PlaybookChoice::lookAtNext);
}

void PlaybookChoice::chooseFirst()
{
    chooseFrom(0);
    m_looking.start();
}

void PlaybookChoice::chooseNext() { chooseFrom(m_chosen + 1); }

void PlaybookChoice::chooseFrom(int index)
{
    const int before = m_chosen;
    for (int step = 0; step < count() && m_chosen == before; ++step)
        choose((index + step) % count());
}

void PlaybookChoice::choose(int index)
{
    if (index == m_chosen)
        return;
    Each& wanted = m_all[std::size_t(index)];
    const Result<session::LoadedPlaybook> loaded = m_shelf.load(wanted.name);
    note(wanted, loaded);
    if (loaded)
        m_chosen = index;
    if (m_chosen >= 0)
        m_all[std::size_t(m_chosen)].chip->setChecked(true);
    showChips();
    if (loaded)
        Q_EMIT chosen(*loaded);
}

void PlaybookChoice::lookAtNext()
{
    const auto unread = std::ranges::find(m_all, false, &Each::read);
    if (unread == m_all.end())
        m_looking.stop();
    else
        note(*unread, m_shelf.load(unread->name));
}

void PlaybookChoice::note(Each& each, const Result<session::LoadedPlaybook>& loaded)
{
    each.read = true;
    each.problem = loaded ? QString() : words::visible(words::refusal(loaded.error()));
    each.chip->setEnabled(bool(loaded));
    each.chip->setAccessibleDescription(each.problem);
    showProblems();
}

void PlaybookChoice::showChips()
{
    const int last = m_chosen < maxShown ? maxShown - 1 : m_chosen;
    for (int index = 0; index < count(); ++index) {
        style::Chip* chip = m_all[std::size_t(index)].chip;
        chip->setVisible(index < maxShown - 1 || index == last);
        // Tab leads to the chosen one, the arrows go on from there.
        chip->setFocusPolicy(index == m_chosen ? Qt::StrongFocus : Qt::ClickFocus);
    }
    const int hidden = count() - maxShown;
    m_more->setText(tr("and %1 more").arg(hidden));
    m_more->setVisible(hidden > 0);
}

void PlaybookChoice::showProblems()
{
    QStringList problems;
    for (const Each& each : m_all) {
        if (!each.problem.isEmpty())
            problems << each.problem;
    }
    m_problems->setText(problems.join(QLatin1Char('\n')));
    m_problems->setVisible(!problems.isEmpty());
}

} // namespace warroom::desk
