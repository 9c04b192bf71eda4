// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/postmortemsheet.h"

#include "desk/incidentpage.h"
#include "desk/keytable.h"
#include "desk/panel.h"
#include "desk/paneldelegate.h"
#include "desk/preview.h"
#include "evidence/evidence.h"
#include "report/postmortem.h"
#include "style/chip.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "style/textfield.h"
#include "views/sectionsmodel.h"
#include "words/refusal.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStandardPaths>

namespace warroom::desk {

using views::SectionsModel;

namespace {

constexpr QSize sheetSize{1320, 780};
constexpr int listWidth = 220;
constexpr int sectionLines = 18;

QString documents() { return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation); }

} // namespace

PostMortemSheet::PostMortemSheet(IncidentPage& page, const style::Theme& theme, QWidget* over)
    : Sheet(theme, tr("Post-mortem"), sheetSize, over),
      m_page(page),
      m_sections(new SectionsModel(this)),
      m_list(new PanelList(tr("Sections"), this)),
      m_heading(new style::PlainLabel(style::captionFont(), theme.muted, this, style::PlainLabel::Fit::Elided)),
      m_text(new style::TextField(tr("Text of the section"), sectionLines, theme, this)),
      m_preview(new Preview(style::monoFont(12), theme, this)),
      m_file(new style::TextField(tr("File"), 1, theme, this)),
      m_timelines(new QButtonGroup(this)),
      m_all(new style::Chip(tr("every entry, with who said it"), theme, this))
{
    auto* hint = new style::PlainLabel(style::bodyFont(13), theme.muted, this);
    hint->setText(tr("a section is logged when you leave it"));
    head().addStretch(1);
    head().addWidget(hint);
    addSections();
    addFile();
    addButtons();
    using session::Session;
    connect(&page.session(), &Session::appended, this, &PostMortemSheet::showState);
    connect(&page.session(), &Session::refolded, this, &PostMortemSheet::showState);
    for (const auto outOfSight : {&Sheet::left, &Sheet::kept})
        connect(this, outOfSight, this, &PostMortemSheet::saveSection);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget* before, const QWidget* now) {
        if (before == m_text && now)
            saveSection();
    });
    showState();
    m_list->setCurrentIndex(m_sections->index(0));
}

PostMortemSheet::~PostMortemSheet() = default;

void PostMortemSheet::addSections()
{
    m_list->setItemDelegate(new SectionDelegate(theme(), m_list));
    m_list->setModel(m_sections);
    m_list->setFixedWidth(listWidth);
    m_list->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored); // it scrolls where the window is low
    auto* written = new QVBoxLayout;
    written->setSpacing(8);
    written->addWidget(m_heading);
    written->addWidget(m_text);
    written->addStretch(1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(18);
    columns->addWidget(m_list);
    columns->addLayout(written, 1);
    columns->addWidget(m_preview, 1);
    body().addLayout(columns, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& index) { showSection(index.data(SectionsModel::IdRole).toString()); });
    connect(m_list, &PanelList::chosen, m_text, [this] { m_text->setFocus(); });
    connect(m_list, &PanelList::typed, m_text, [this](const QModelIndex&, const QString& text) {
        m_text->setFocus();
        m_text->insertPlainText(text);
    });
    const bool any = !m_page.session().playbook().postMortem.sections.empty();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_list, m_heading, m_text})
        widget->setVisible(any);
    setFocusProxy(any ? static_cast<QWidget*>(m_list) : m_file);
}

void PostMortemSheet::addFile()
{
    m_file->setText(documents() + QStringLiteral("/%1.md").arg(m_page.session().state().label));
    auto* chosen = new style::Chip(tr("as the playbook says"), theme(), this);
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
    addRow(tr("File"), m_file);
    connect(m_timelines, &QButtonGroup::idToggled, this, &PostMortemSheet::showState);
    connect(m_file, &QPlainTextEdit::textChanged, this, &PostMortemSheet::fileChanged);
    connect(m_file, &style::TextField::entered, this, &PostMortemSheet::confirm);
}

void PostMortemSheet::addButtons()
{
    using style::Button;
    foot().addStretch(1);
    auto* only = new Button(tr("Copy"), shownKeys(Act::Copy), Button::Tone::Plain, theme(), this);
    connect(only, &QPushButton::clicked, this, &PostMortemSheet::copy);
    auto* key = new QShortcut(keyRow(Act::Copy).keys.front(), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &PostMortemSheet::copy);
    addConfirm(new Button(tr("Write the file"), shownKeys(Act::Confirm), Button::Tone::Accent, theme(), this));
    foot().insertWidget(foot().count() - 1, only);
}

void PostMortemSheet::showSection(const QString& id)
{
    saveSection();
    m_section = id;
    const playbook::Section* section = m_page.session().playbook().section(id);
    m_heading->setText(section ? words::visible(section->heading).toUpper() : QString());
    m_read = m_page.session().state().sections.value(id).value;
    m_text->setText(m_read);
}

void PostMortemSheet::showState()
{
    const incident::IncidentState& state = m_page.session().state();
    m_sections->show(state, m_page.session().playbook());
    const QString said = state.sections.value(m_section).value;
    const bool typed = m_text->document()->isModified();
    if (!typed && m_text->text() != said)
        m_text->setText(said);
    if (!typed)
        m_read = said;
    const Result<QString> text = markdown();
    m_preview->setText(text ? *text : QString());
    showProblem(!text ? words::refusal(text.error())
            : said != m_read
            ? tr("Somebody wrote this section meanwhile; the preview has it. What you wrote replaces it.")
            : QString());
}

QStringList PostMortemSheet::typed() const
{
    // Of the sections nothing has to be kept: they are logged.
    return m_file->document()->isModified() ? QStringList{m_file->text()} : QStringList();
}

std::optional<EntryId> PostMortemSheet::saveSection()
{
    const QString text = m_text->text().trimmed();
    const bool typed = m_text->document()->isModified();
    m_text->document()->setModified(false);
    if (!typed || text.isEmpty() || text == m_page.session().state().sections.value(m_section).value)
        return std::nullopt;
    return m_page.submit(
        QStringLiteral("/section %1 %2").arg(m_section, text), incident::WriteSection{m_section, text});
}

Result<QString> PostMortemSheet::markdown() const
{
    const incident::IncidentState& state = m_page.session().state();
    const playbook::Playbook& playbook = m_page.session().playbook();
    const auto choice = m_all->isChecked() ? playbook::TimelineChoice::All : playbook.postMortem.timeline;
    return report::postMortem(state, playbook, choice,
        [&](const incident::Entry& entry) { return words::sentence(entry, state, playbook).text; });
}

bool PostMortemSheet::copy()
{
    const Result<QString> text = markdown();
    if (!text)
        return false;
    QGuiApplication::clipboard()->setText(*text);
    return true;
}

/// A name alone goes where documents go, "~" is one's home.
QString PostMortemSheet::path() const
{
    QString typed = m_file->text().trimmed();
    if (typed.startsWith(QLatin1String("~/")))
        typed.replace(0, 1, QDir::homePath());
    return typed.isEmpty() ? QString() : QDir(documents()).absoluteFilePath(typed);
}

void PostMortemSheet::fileChanged()
{
    m_replaces.clear();
    showProblem({});
}

void PostMortemSheet::confirm()
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
    // What is typed and not logged yet belongs into it.
    if (const std::optional<EntryId> saving = saveSection())
        m_page.whenSaved(*saving, this, [this] { gather(); });
    else
        gather();
}

void PostMortemSheet::gather()
{
    m_page.recorder().recall(m_page.session().state().id, this,
        [this](const std::vector<recorder::Recorded>& recorded) { write(recorded); });
}

void PostMortemSheet::write(const std::vector<recorder::Recorded>& recorded)
{
    const QString file = path();
    const Result<QString> text = markdown();
    // Where nobody ever kept a document there is no folder for them yet.
    if (QFileInfo(file).absolutePath() == documents())
        QDir().mkpath(documents());
    const Result<void> done = text
        ? evidence::saveWith(*text, file, m_page.session().state(), m_page.session().playbook(), recorded)
        : Result<void>(text.error());
    if (!done) {
        showProblem(words::refusal(done.error()));
        return;
    }
    leave();
    Q_EMIT written(words::visible(file));
}

} // namespace warroom::desk
