// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/declaresheet.h"

#include "desk/incidentchoices.h"
#include "desk/incidentpage.h"
#include "desk/keytable.h"
#include "desk/playbookchoice.h"
#include "desk/severitycard.h"
#include "desk/whenfield.h"
#include "incident/people.h"
#include "style/chip.h"
#include "style/flowlayout.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "style/textfield.h"
#include "words/duration.h"
#include "words/duties.h"
#include "words/refusal.h"
#include "words/visible.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QShortcut>

#include <algorithm>
#include <map>
#include <memory>

namespace warroom::desk {

using playbook::Severity;

namespace {

constexpr QSize sheetSize{1000, 640};
constexpr int roomForRoles = 790; ///< Of a line of them, with who takes one.
constexpr int lines = 2;
constexpr int betweenChips = 6;
constexpr int maxName = 260;
constexpr int noRole = -2; ///< As the id of a button; -1 is none.
constexpr int maxDuties = 4;

} // namespace

DeclareSheet::DeclareSheet(IncidentPage& page, session::PlaybookShelf& shelf, const style::Theme& theme, QWidget* over)
    : Sheet(theme, tr("Declare an incident"), sheetSize, over),
      m_page(page),
      m_shelf(shelf),
      m_choice(new PlaybookChoice(shelf, theme, this)),
      m_cards(new QHBoxLayout),
      m_chips(new style::FlowLayout),
      m_moreRoles(new style::PlainLabel(style::bodyFont(13), theme.muted, this)),
      m_severities(new QButtonGroup(this)),
      m_roles(new QButtonGroup(this)),
      m_what(new style::TextField(tr("What is wrong"), 3, theme, this)),
      m_impact(new style::TextField(tr("Who is hit"), 3, theme, this)),
      m_since(new WhenField(
          tr("Since"), [this] { return situation(); }, theme, this)),
      m_takes(new style::PlainLabel(
          style::bodyFont(14, QFont::DemiBold), theme.text, this, style::PlainLabel::Fit::Elided)),
      m_duties(new style::PlainLabel(style::bodyFont(13), theme.muted, this)),
      m_starts(new style::PlainLabel(style::bodyFont(13), theme.muted, this)),
      m_declare(new style::Button(tr("Declare"), shownKeys(Act::Confirm), style::Button::Tone::Danger, theme, this))
{
    auto* hint = new style::PlainLabel(style::bodyFont(), theme.muted, this);
    hint->setText(tr("anyone can; it can be downgraded later"));
    head().addStretch(1);
    head().addWidget(hint);
    addPlaybooks();
    addSeverities();
    addFields();
    addRoles();
    m_starts->setWordWrap(true);
    body().addWidget(m_starts);
    body().addStretch(1);
    foot().addStretch(1);
    addConfirm(m_declare);
    setFocusProxy(m_what);
    m_choice->chooseFirst();
    if (m_choice->name().isEmpty()) // none can be read any more
        take(page.session().playbookToDeclare());
}

void DeclareSheet::addPlaybooks()
{
    connect(m_choice, &PlaybookChoice::chosen, this, &DeclareSheet::take);
    auto* next = new QShortcut(keyRow(Act::NextPlaybook).keys.front(), this);
    next->setContext(Qt::WidgetWithChildrenShortcut);
    connect(next, &QShortcut::activated, m_choice, &PlaybookChoice::chooseNext);
    if (m_choice->count() > 1)
        addRow(tr("Playbook"), m_choice);
    else
        m_choice->hide();
}

void DeclareSheet::addSeverities()
{
    m_cards->setSpacing(10);
    body().addLayout(m_cards);
    connect(m_severities, &QButtonGroup::idToggled, this, &DeclareSheet::showWhatStarts);
    for (int digit = 0; digit <= 9; ++digit) {
        auto* key = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + digit)), this);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this, [this, digit] { chooseSeverity(digit); });
    }
}

void DeclareSheet::take(const session::LoadedPlaybook& loaded)
{
    // What has the keyboard may be about to go.
    if (qobject_cast<SeverityCard*>(focusWidget()) || m_roles->buttons().contains(focusWidget()))
        m_what->setFocus();
    m_page.session().declareWith(loaded);
    m_playbook = loaded.playbook;
    fillSeverities();
    fillRoles();
    m_since->refresh();
    showWhatStarts();
}

void DeclareSheet::fillSeverities()
{
    qDeleteAll(m_severities->buttons());
    for (std::size_t i = 0; i < m_playbook.severities.size(); ++i) {
        const int digit = digitOf(m_playbook.severities, i);
        auto* card = new SeverityCard(m_playbook.severities[i], tr("Alt %1").arg(digit), theme(), this);
        m_severities->addButton(card, int(i));
        m_cards->addWidget(card);
        card->show(); // at once: what is not shown yet has no place in the order of Tab
    }
    if (QAbstractButton* worst = m_severities->button(0))
        worst->setChecked(true);
}

void DeclareSheet::chooseSeverity(int digit)
{
    for (std::size_t i = 0; i < m_playbook.severities.size(); ++i) {
        if (digitOf(m_playbook.severities, i) == digit)
            m_severities->button(int(i))->setChecked(true);
    }
}

void DeclareSheet::addFields()
{
    m_since->setPlaceholder(tr("now; or earlier: -8m, 14:15"));
    m_impact->setPlaceholderText(tr("who notices it, and how many"));
    addRow(tr("What is wrong"), m_what);
    addRow(tr("Who is hit"), m_impact);
    addRow(tr("Since"), m_since);
    connect(m_since, &WhenField::changed, this, [this] { showProblem({}); });
    connect(m_what, &QPlainTextEdit::textChanged, this, [this] { showProblem({}); });
}

void DeclareSheet::addRoles()
{
    m_chips->setSpacing(betweenChips);
    m_takes->setMaximumWidth(maxName);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 6, 0, 0);
    row->setSpacing(betweenChips);
    row->addWidget(m_takes, 0, Qt::AlignTop);
    row->addLayout(m_chips, 1);
    m_duties->setWordWrap(true);
    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_duties);
    addRow(tr("I am"), column);
    connect(m_roles, &QButtonGroup::idToggled, this, &DeclareSheet::showDuties);
}

void DeclareSheet::fillRoles()
{
    qDeleteAll(m_roles->buttons());
    m_chips->removeWidget(m_moreRoles);
    m_takes->setText(tr("%1 takes").arg(words::visible(m_page.me())));
    const QString me = m_page.session().me().rosterKey;
    const auto own =
        me.isEmpty() ? m_playbook.roles.end() : std::ranges::find(m_playbook.roles, me, &playbook::Role::primary);
    const int mine = own == m_playbook.roles.end() ? noRole : int(own - m_playbook.roles.begin());
    std::map<int, std::unique_ptr<style::Chip>> chips;
    chips[noRole] = std::make_unique<style::Chip>(tr("no role"), theme(), this);
    for (int i = 0; i < int(m_playbook.roles.size()); ++i)
        chips[i] = std::make_unique<style::Chip>(words::visible(m_playbook.roles[std::size_t(i)].name), theme(), this);
    const auto width = [&](int id) { return chips.at(id)->sizeHint().width() + betweenChips; };
    int room = lines * (roomForRoles - std::min(m_takes->sizeHint().width(), maxName)) - width(noRole);
    room -= mine == noRole ? 0 : width(mine);
    int more = 0;
    for (auto& [id, chip] : chips) {
        const bool always = id == noRole || id == mine;
        room -= always ? 0 : width(id);
        if (!always && room < 0) {
            ++more;
            continue;
        }
        m_roles->addButton(chip.get(), id);
        m_chips->addWidget(chip.release());
        m_roles->button(id)->show();
    }
    m_moreRoles->setText(tr("and %1 more, given on the desk").arg(more));
    m_moreRoles->setVisible(more > 0);
    m_chips->addWidget(m_moreRoles);
    m_roles->button(mine)->setChecked(true);
    showDuties();
}

const Severity& DeclareSheet::severity() const
{
    return m_playbook.severities[std::size_t(std::max(m_severities->checkedId(), 0))];
}

/// As the playbook reads times that is declared with.
capture::Situation DeclareSheet::situation() const
{
    capture::Situation situation = m_page.situation();
    situation.zone = m_playbook.zone;
    return situation;
}

void DeclareSheet::showDuties()
{
    const int chosen = m_roles->checkedId();
    const QString duties =
        chosen < 0 ? QString() : words::visible(words::duties(m_playbook.roles[std::size_t(chosen)], maxDuties));
    m_duties->setText(duties.isEmpty() ? QString() : tr("Duties: %1").arg(duties));
    m_duties->setVisible(!duties.isEmpty());
}

void DeclareSheet::showWhatStarts()
{
    const Severity& chosen = severity();
    m_declare->setText(tr("Declare %1").arg(words::visible(chosen.label)));
    m_declare->updateGeometry();
    QStringList parts;
    if (chosen.updateEvery.count() > 0)
        parts << tr("first update due in %1").arg(words::shortDuration(chosen.updateEvery));
    if (chosen.respondWithin.count() > 0)
        parts << tr("respond within %1").arg(words::shortDuration(chosen.respondWithin));
    if (chosen.resolveWithin.count() > 0)
        parts << tr("resolve within %1").arg(words::shortDuration(chosen.resolveWithin));
    for (const playbook::Checklist& checklist : m_playbook.checklists) {
        if (checklist.at == playbook::Milestone::Declared)
            parts << tr("checklist “%1”").arg(words::visible(checklist.title));
    }
    parts << tr("playbook %1").arg(words::visible(m_playbook.name));
    m_starts->setText(tr("Starts: %1").arg(parts.join(QStringLiteral(" · "))));
}

void DeclareSheet::showClocks(Instant) { m_since->refresh(); }

void DeclareSheet::confirm()
{
    const QString what = m_what->text().trimmed();
    if (what.isEmpty()) {
        showProblem(tr("Say what is wrong."));
        m_what->setFocus();
        return;
    }
    const Result<std::optional<Instant>> since = m_since->moment();
    if (!since) {
        showProblem(words::refusal(since.error()));
        m_since->setFocus();
        return;
    }
    if (const QString chosen = m_choice->name(); !chosen.isEmpty() && chosen != m_shelf.names().constFirst())
        m_shelf.keep(chosen);
    const session::LoadedPlaybook& loaded = m_page.session().playbookToDeclare();
    incident::Declare command{severity().label, what, m_impact->text().trimmed(), *since, std::nullopt,
        incident::adopt(loaded.playbook, loaded.bytes), loaded.bytes};
    if (m_roles->checkedId() >= 0)
        command.role = m_playbook.roles[std::size_t(m_roles->checkedId())].id;
    m_page.submit(QStringLiteral("/incident declare %1 %2").arg(severity().label, what), command);
    Q_EMIT confirmed();
    leave();
}

} // namespace warroom::desk
