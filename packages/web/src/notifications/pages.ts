export const NewsPage = () => import('./NewsPage.tsx').then((module) => module.NewsPage)
