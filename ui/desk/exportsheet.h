// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sheet.h"

class QButtonGroup;

namespace warroom::style {
class Chip;
class TextField;
} // namespace warroom::style

namespace warroom::desk {

class IncidentPage;

/// Writes the post-mortem as Markdown into a file. A file that is there is replaced only when that is confirmed twice:
/// somebody may have gone on writing in it.
class ExportSheet : public Sheet
{
    Q_OBJECT

public:
    /// The page outlives the sheet.
    ExportSheet(IncidentPage& page, const style::Theme& theme, QWidget* over);

Q_SIGNALS:
    /// It is on disk.
    void written(const QString& path);

protected:
    void confirm() override;

private:
    QString path() const;
    void fileChanged();

    IncidentPage& m_page;
    style::TextField* m_file;
    QButtonGroup* m_timelines;
    style::Chip* m_all;
    QString m_replaces; ///< The file that may be replaced.
};

} // namespace warroom::desk
