// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/exportsheet.h"

#include "base/savefile.h"
#include "desk/incidentpage.h"
#include "desk/keytable.h"
#include "report/postmortem.h"
#include "style/chip.h"
#include "style/textfield.h"
#include "words/refusal.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QStandardPaths>

namespace warroom::desk {

namespace {

constexpr QSize sheetSize{820, 270};

QString documents() { return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation); }

} // namespace

ExportSheet::ExportSheet(IncidentPage& page, const style::Theme& theme, QWidget* over)
    : Sheet(theme, tr("Export the post-mortem"), sheetSize, over),
      m_page(page),
      m_file(new style::TextField(tr("File"), 1, theme, this)),
      m_timelines(new QButtonGroup(this)),
      m_all(new style::Chip(tr("every entry, with who said it"), theme, this))
{
    head().addStretch(1);
    m_file->setText(documents() + QStringLiteral("/%1.md").arg(page.session().state().label));
    addRow(tr("File"), m_file);
    auto* chosen = new style::Chip(tr("as the playbook says"), theme, this);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 6, 0, 0);
    row->setSpacing(6);
    for (style::Chip* chip : {chosen, m_all}) {
        m_timelines->addButton(chip);
        row->addWidget(chip);
    }
    row->addStretch(1);
    chosen->setChecked(true);
    addRow(tr("Timeline"), row);
    body().addStretch(1);
    foot().addStretch(1);
    addConfirm(
        new style::Button(tr("Write the file"), shownKeys(Act::Confirm), style::Button::Tone::Accent, theme, this));
    connect(m_file, &QPlainTextEdit::textChanged, this, &ExportSheet::fileChanged);
    connect(m_file, &style::TextField::entered, this, &ExportSheet::confirm);
    setFocusProxy(m_file);
}

/// A name alone goes where documents go, "~" is one's home.
QString ExportSheet::path() const
{
    QString typed = m_file->text().trimmed();
    if (typed.startsWith(QLatin1String("~/")))
        typed.replace(0, 1, QDir::homePath());
    return typed.isEmpty() ? QString() : QDir(documents()).absoluteFilePath(typed);
}

void ExportSheet::fileChanged()
{
    m_replaces.clear();
    showProblem({});
}

void ExportSheet::confirm()
{
    const QString file = path();
    if (file.isEmpty()) {
        showProblem(tr("Say which file."));
        return;
    }
    if (QFileInfo::exists(file) && m_replaces != file) {
        m_replaces = file;
        showProblem(tr("There is a file of this name already. Once more replaces it."));
        return;
    }
    const incident::IncidentState& state = m_page.session().state();
    const playbook::Playbook& playbook = m_page.session().playbook();
    const auto choice = m_all->isChecked() ? playbook::TimelineChoice::All : playbook.postMortem.timeline;
    const Result<QString> markdown = report::postMortem(state, playbook, choice,
        [&](const incident::Entry& entry) { return words::sentence(entry, state, playbook).text; });
    const Result<void> done = markdown ? saveFile(file, markdown->toUtf8()) : Result<void>(markdown.error());
    if (!done) {
        showProblem(words::refusal(done.error()));
        return;
    }
    leave();
    Q_EMIT written(words::visible(file));
}

} // namespace warroom::desk
