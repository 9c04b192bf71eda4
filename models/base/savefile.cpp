// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/savefile.h"

#include <QSaveFile>

namespace warroom {

Result<void> saveFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::FileUnwritable, path};
    return {};
}

} // namespace warroom
