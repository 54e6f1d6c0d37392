// Mounts the studio.
document.querySelector('#app')!.textContent = 'Weft'
