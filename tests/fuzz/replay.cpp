// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/target.h"

#include <QDirIterator>
#include <QFile>

/// Where there is no libFuzzer: every file of the folder once.
int main(int argc, char** argv)
{
    int files = 0;
    QDirIterator seeds(QFile::decodeName(argc > 1 ? argv[1] : "."), QDir::Files);
    while (seeds.hasNext()) {
        QFile file(seeds.next());
        if (!file.open(QFile::ReadOnly))
            return EXIT_FAILURE;
        const QByteArray bytes = file.readAll();
        LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char*>(bytes.constData()), std::size_t(bytes.size()));
        ++files;
    }
    return files > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
