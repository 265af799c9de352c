Stage0 += baseimage(image='debian:bookworm-slim', _distro='ubuntu22')
Stage0 += apt_get(ospackages=['python3', 'python3-venv'])
Stage0 += workdir(directory='/opt/word_count')
Stage0 += copy(src=['requirements.txt', 'constraints.txt'], dest='/opt/word_count/')
Stage0 += shell(commands=['python3 -m venv /opt/venv', '/opt/venv/bin/pip install --no-cache-dir -r requirements.txt -c constraints.txt'])
Stage0 += environment(
    variables={'PATH': '/opt/venv/bin:$PATH', 'USER': 'word_count', 'XDG_CACHE_HOME': '/tmp/cache', 'MPLCONFIGDIR': '/tmp/cache/matplotlib'}
)
Stage0 += copy(src=['Snakefile', 'Snakefile_all', 'count.py', 'plot.py', 'summary.py'], dest='/opt/word_count/')
Stage0 += copy(src='texts', dest='/opt/word_count/texts')
Stage0 += shell(commands=['install -d -m 1777 .snakemake results'])
Stage0 += label(metadata={'maintainer': 'someone@example.org'})
Stage0 += raw(docker='CMD ["snakemake", "-s", "Snakefile_all", "--cores", "1"]')
