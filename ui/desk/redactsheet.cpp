// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/redactsheet.h"

#include "desk/incidentpage.h"
#include "desk/keytable.h"
#include "incident/quoting.h"
#include "style/chip.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "timeline/timelinecard.h"
#include "words/duration.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QBoxLayout>

namespace warroom::desk {

namespace {

constexpr QSize sheetSize(640, 0);
constexpr int shownLength = 400;
constexpr int mostQuoting = 5;
constexpr int quotedLength = 48;

} // namespace

RedactSheet::RedactSheet(IncidentPage& page, EntryId entry, const style::Theme& theme, QWidget* over)
    : Sheet(theme, tr("Erase the words of this entry?"), sheetSize, over), m_page(page), m_entry(entry)
{
    addEntry();
    addConsequences();
    addQuoting();
    auto* redact = new style::Button(
        tr("Erase the words"), shownKeys(Act::Confirm), style::Button::Tone::Danger, this->theme(), this);
    foot().addStretch(1);
    addConfirm(redact);
}

void RedactSheet::addEntry()
{
    const incident::IncidentState& state = m_page.session().state();
    const incident::Entry* entry = state.entry(m_entry);
    if (!entry)
        return;
    const QString head = words::timeOfDay(entry->occurredAt(), state.zone()) + QLatin1Char(' ') + words::kind(*entry)
        + QStringLiteral(" · ") + words::visible(words::person(state, entry->by));
    // Not the words: until it is on disk the line stands in a file of its own.
    m_line = tr("Redact: %1").arg(head);
    auto* about = new style::PlainLabel(style::bodyFont(13), theme().muted, this);
    about->setText(head);
    const QString text = words::visible(words::sentence(*entry, state, m_page.session().playbook())).text;
    auto* said = new style::PlainLabel(style::bodyFont(), theme().text, this);
    said->setWordWrap(true);
    said->setText(words::shortened(text, shownLength));
    body().addWidget(about);
    body().addWidget(said);
}

void RedactSheet::addConsequences()
{
    const QStringList consequences{
        tr("What it says, and what it said before it was amended, is erased from the log on this machine, in every "
           "window and in the post-mortem."),
        tr("Nobody can bring it back: not Ctrl+Z, not Warroom, not you."),
        tr("That there was an entry, of what kind, when and by whom, stays; so does a severity, status or role it "
           "gave."),
        tr("What has left this machine already is out of reach: exports, updates that were copied, backups."),
    };
    for (const QString& consequence : consequences) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        auto* sign = new style::PlainLabel(style::bodyFont(13), theme().bad, this);
        sign->setText(QStringLiteral("–"));
        auto* label = new style::PlainLabel(style::bodyFont(13), theme().muted, this);
        label->setWordWrap(true);
        label->setText(consequence);
        row->addWidget(sign, 0, Qt::AlignTop);
        row->addWidget(label, 1);
        body().addLayout(row);
    }
}

/// Whoever erases a secret wants it gone wherever it was said.
void RedactSheet::addQuoting()
{
    const incident::IncidentState& state = m_page.session().state();
    std::vector<EntryId> quoting = incident::quoting(state, {m_entry});
    std::erase_if(quoting, [&](EntryId id) { return state.entry(id)->redacted; });
    if (quoting.empty())
        return;
    auto* heading = new style::PlainLabel(style::bodyFont(13, QFont::DemiBold), theme().text, this);
    heading->setText(tr("These hold words of it, too. Choose those to be erased with it:"));
    body().addWidget(heading);
    for (std::size_t i = 0; i < quoting.size() && i < mostQuoting; ++i) {
        const incident::Entry& entry = *state.entry(quoting[i]);
        const QString text =
            words::visible(words::firstLine(words::sentence(entry, state, m_page.session().playbook()).text));
        auto* chip = new style::Chip(tr("%1 %2 · %3", "time, kind of entry, its text")
                                         .arg(words::timeOfDay(entry.occurredAt(), state.zone()), words::kind(entry),
                                             words::shortened(text, quotedLength)),
            theme(), this);
        m_quoting.emplace_back(entry.id, chip);
        body().addWidget(chip);
    }
    if (quoting.size() > mostQuoting) {
        auto* more = new style::PlainLabel(style::bodyFont(13), theme().muted, this);
        more->setText(tr("and %1 more in the timeline").arg(quoting.size() - mostQuoting));
        body().addWidget(more);
    }
}

void RedactSheet::confirm()
{
    incident::RedactEntries command{{m_entry}, {}};
    for (const auto& [entry, chip] : m_quoting) {
        if (chip->isChecked())
            command.entries.push_back(entry);
    }
    m_page.card().acts().say(command, m_line);
    leave();
}

} // namespace warroom::desk
