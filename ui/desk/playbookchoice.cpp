// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/playbookchoice.h"

#include "desk/keytable.h"
#include "style/chip.h"
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
constexpr int roomForNames = 570; ///< Beside the rest of the row.

/// How wide a name may be so that those fit beside each other that are shown.
int widthOfName(const QStringList& names, const QFontMetrics& metrics)
{
    std::vector<int> widths;
    for (const QString& name : names)
        widths.push_back(metrics.horizontalAdvance(name));
    // Any of those behind may stand in the last place.
    if (int(widths.size()) > maxShown) {
        widths[maxShown - 1] = *std::max_element(widths.begin() + maxShown - 1, widths.end());
        widths.resize(maxShown);
    }
    const auto fits = [&](int width) {
        int sum = 0;
        for (const int each : widths)
            sum += std::min(each, width);
        return sum <= roomForNames;
    };
    int width = roomForNames;
    while (width > 0 && !fits(width))
        --width;
    return width;
}

} // namespace

PlaybookChoice::PlaybookChoice(const session::PlaybookShelf& shelf, const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_shelf(shelf),
      m_group(new QButtonGroup(this)),
      m_more(new style::PlainLabel(style::bodyFont(13), theme.muted, this)),
      m_problems(new style::PlainLabel(style::bodyFont(13), theme.bad, this))
{
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    const QStringList names = shelf.names();
    QStringList shown;
    for (const QString& name : names)
        shown << words::visible(QFileInfo(name).completeBaseName());
    const QFontMetrics metrics(style::bodyFont(13));
    const int width = widthOfName(shown, metrics);
    for (int i = 0; i < names.size(); ++i) {
        auto* chip = new style::Chip(metrics.elidedText(shown[i], Qt::ElideMiddle, width), theme, this);
        chip->setAccessibleName(shown[i]);
        chip->setToolTip(style::plainToolTip(shown[i]));
        m_group->addButton(chip, i);
        row->addWidget(chip);
        m_all.push_back({names[i], chip});
    }
    row->addWidget(m_more);
    row->addWidget(new style::KeyCap(shownKeys(Act::NextPlaybook), this));
    row->addStretch(1);
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
