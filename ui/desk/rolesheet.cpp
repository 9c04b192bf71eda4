// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rolesheet.h"

#include "desk/incidentpage.h"
#include "desk/keytable.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "words/duration.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>

namespace warroom::desk {

using incident::Tenure;

namespace {

constexpr QSize sheetSize{760, 560};
constexpr int betweenRows = 12;

playbook::Role roleOf(const playbook::Playbook& playbook, const QString& id)
{
    const playbook::Role* role = playbook.role(id);
    return role ? *role : playbook::Role{id, id, {}, {}, {}, {}, {}};
}

} // namespace

RoleSheet::RoleSheet(IncidentPage& page, const QString& role, PersonId holder, const style::Theme& theme, QWidget* over)
    : Sheet(theme, words::visible(words::role(page.session().playbook(), role)), sheetSize, over),
      m_page(page),
      m_role(roleOf(page.session().playbook(), role)),
      m_holder(holder),
      m_scroll(new QScrollArea(this))
{
    auto* hint = new style::PlainLabel(style::bodyFont(), theme.muted, this);
    hint->setText(m_role.commander ? tr("leads the incident")
            : m_role.several       ? tr("several people may hold it")
                                   : QString());
    head().addStretch(1);
    head().addWidget(hint);
    m_scroll->setAccessibleName(accessibleName());
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    body().addWidget(m_scroll, 1);
    addButtons();
    fill();
    setFocusProxy(m_scroll);
    connect(&page.session(), &session::Session::appended, this, &RoleSheet::fill);
    connect(&page.session(), &session::Session::refolded, this, &RoleSheet::fill);
}

void RoleSheet::addButtons()
{
    using style::Button;
    foot().addStretch(1);
    const QString gives = m_holder.isNull() ? tr("Give it to somebody") : tr("Give it to somebody else");
    addConfirm(new Button(gives, shownKeys(Act::Confirm), Button::Tone::Accent, theme(), this));
    if (m_holder.isNull())
        return;
    auto* releases = new Button(
        tr("Release %1").arg(nameOf(m_holder)), shownKeys(Act::ReleaseRole), Button::Tone::Plain, theme(), this);
    connect(releases, &QPushButton::clicked, this, &RoleSheet::release);
    foot().insertWidget(foot().count() - 1, releases);
}

void RoleSheet::fill()
{
    m_running.clear();
    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 10, 0);
    rows->setSpacing(betweenRows);
    beginRows(*rows);
    const std::vector<Tenure> history = incident::roleHistory(m_page.session().state(), m_role.id);
    addHolders(history);
    addText(tr("Usually"), usually(), theme().text);
    addList(tr("Duties"), m_role.duties);
    addList(tr("Authority"), m_role.authority);
    QStringList past;
    for (const Tenure& each : history) {
        if (each.to)
            past << tenure(each);
    }
    addText(tr("Before"), past.join(QLatin1Char('\n')), theme().muted);
    rows->addStretch(1);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
}

void RoleSheet::addHolders(const std::vector<Tenure>& history)
{
    auto* holders = new QVBoxLayout;
    holders->setContentsMargins(0, 9, 0, 0);
    holders->setSpacing(4);
    const auto add = [&](const QString& text, const QColor& colour) {
        auto* label = new style::PlainLabel(style::bodyFont(14, QFont::DemiBold), colour, this);
        label->setWordWrap(true);
        label->setText(text);
        holders->addWidget(label);
        return label;
    };
    for (const Tenure& each : history) {
        if (!each.to)
            m_running.emplace_back(add(tenure(each), theme().text), each);
    }
    if (m_running.empty())
        add(tr("nobody"), m_role.commander || !m_role.primary.isEmpty() ? theme().bad : theme().muted);
    addRow(tr("Now"), holders);
}

void RoleSheet::addList(const QString& label, const QStringList& items)
{
    if (items.isEmpty())
        return;
    auto* list = new QVBoxLayout;
    list->setContentsMargins(0, 9, 0, 0);
    list->setSpacing(6);
    for (const QString& item : items) {
        auto* sign = new style::PlainLabel(style::bodyFont(), theme().muted, this);
        sign->setText(QStringLiteral("–"));
        auto* text = new style::PlainLabel(style::bodyFont(), theme().text, this);
        text->setWordWrap(true);
        text->setText(words::visible(item));
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(sign, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        list->addLayout(row);
    }
    addRow(label, list);
}

void RoleSheet::addText(const QString& label, const QString& text, const QColor& colour)
{
    if (text.isEmpty())
        return;
    auto* shown = new style::PlainLabel(style::bodyFont(), colour, this);
    shown->setContentsMargins(0, 9, 0, 0);
    shown->setWordWrap(true);
    shown->setText(text);
    addRow(label, shown);
}

QString RoleSheet::usually() const
{
    const playbook::Playbook& playbook = m_page.session().playbook();
    const auto name = [&](const QString& handle) {
        const playbook::RosterPerson* person = playbook.person(handle);
        return words::visible(person ? person->name : handle);
    };
    if (m_role.primary.isEmpty() && m_role.backup.isEmpty())
        return {};
    if (m_role.backup.isEmpty())
        return name(m_role.primary);
    return m_role.primary.isEmpty() ? tr("backup %1").arg(name(m_role.backup))
                                    : tr("%1, backup %2").arg(name(m_role.primary), name(m_role.backup));
}

QString RoleSheet::nameOf(PersonId person) const
{
    return words::visible(words::person(m_page.session().state(), person));
}

QString RoleSheet::moment(Instant instant) const
{
    const QTimeZone zone = m_page.zone();
    const QDate date = toDateTime(instant, zone).date();
    const QDate today = toDateTime(m_page.session().now(), zone).date();
    const QString time = words::timeOfDay(instant, zone);
    return date == today ? time : words::shortDate(date, today) + QLatin1Char(' ') + time;
}

QString RoleSheet::tenure(const Tenure& tenure) const
{
    if (tenure.to)
        return tr("%1, %2 – %3", "person, from, to")
            .arg(nameOf(tenure.person), moment(tenure.from), moment(*tenure.to));
    const auto held = std::chrono::floor<std::chrono::minutes>(m_page.session().now() - tenure.from);
    if (held.count() < 1)
        return tr("%1, since %2", "person, from").arg(nameOf(tenure.person), moment(tenure.from));
    return tr("%1, since %2 (%3)", "person, from, how long")
        .arg(nameOf(tenure.person), moment(tenure.from), words::shortDuration(held));
}

void RoleSheet::showClocks(Instant)
{
    for (const auto& [label, running] : m_running)
        label->setText(tenure(running));
}

void RoleSheet::confirm()
{
    leave();
    m_page.giveRole(m_role.id);
}

void RoleSheet::release()
{
    leave();
    m_page.releaseRole(m_role.id, m_holder);
}

void RoleSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        confirm();
    else if (keyRow(Act::ReleaseRole).keys.contains(QKeySequence(event->key())) && !m_holder.isNull())
        release();
    else
        Sheet::keyPressEvent(event);
}

} // namespace warroom::desk
