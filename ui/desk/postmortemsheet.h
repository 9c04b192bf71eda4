// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "desk/sheet.h"
#include "recorder/samplestore.h"

class QButtonGroup;

namespace warroom::style {
class Chip;
class TextField;
} // namespace warroom::style

namespace warroom::views {
class SectionsModel;
} // namespace warroom::views

namespace warroom::desk {

class IncidentPage;
class PanelList;
class Preview;

/// The post-mortem: its sections are written here, and all of it goes into a file as Markdown. What was typed into a
/// section is logged when one leaves it. A file that is there is replaced only when that is confirmed twice: somebody
/// may have gone on writing in it.
class PostMortemSheet : public Sheet
{
    Q_OBJECT

public:
    /// The page outlives the sheet.
    PostMortemSheet(IncidentPage& page, const style::Theme& theme, QWidget* over);
    ~PostMortemSheet() override;
    QStringList typed() const override;

Q_SIGNALS:
    /// It is on disk.
    void written(const QString& path);

protected:
    void confirm() override;

private:
    void addSections();
    void addFile();
    void addButtons();
    void showSection(const QString& id);
    void showState();
    /// Logs what was typed into the section; none where there was nothing new.
    std::optional<EntryId> saveSection();
    Result<QString> markdown() const;
    bool copy();
    void gather();
    void write(const std::vector<recorder::Recorded>& recorded);
    QString path() const;
    void fileChanged();

    IncidentPage& m_page;
    views::SectionsModel* m_sections;
    PanelList* m_list;
    style::PlainLabel* m_heading;
    style::TextField* m_text;
    Preview* m_preview;
    style::TextField* m_file;
    QButtonGroup* m_timelines;
    style::Chip* m_all;
    QString m_section; ///< The one in view.
    QString m_read; ///< What was written in it when it was last read here.
    QString m_replaces; ///< The file that may be replaced.
};

} // namespace warroom::desk
